import type { CatalogueChange, ChangeEntry, ChangePlan, DraftChange } from '../../../../api/index.ts';
import { bulkChange, type Catalogue } from '../../../../catalogue/index.ts';
import type { DraftCommit } from '../../../../review/index.ts';
import type { FirstStep } from '../../../review/index.ts';
import { adopted } from './adopted.ts';
import { followed } from './followed.ts';
import { called, editStep, type Change, type Planned, type Refused } from './parts.ts';
import { removed } from './removed.ts';
import { renamed } from './renamed.ts';

/** Why somebody may not write a file, where they may not; `null` takes it out. */
type Why = (path: string, content: Uint8Array | null) => Promise<Refused | undefined>;

/**
 * What `change` would make of the files of `catalogue`, with the reason wherever it makes nothing. Whose they are is
 * asked by `why`, which says so where somebody may not write one.
 */
export async function planChange(change: CatalogueChange, catalogue: Catalogue, why: Why): Promise<Planned> {
  return permitted(made(change, catalogue), why);
}

/** As {@link planChange}, in a draft: `catalogue` is what it says now. */
export async function planDraftChange(
  change: DraftChange,
  catalogue: Catalogue,
  { why, ...draft }: { why: Why; began: Catalogue; commits: readonly DraftCommit[] },
): Promise<Planned> {
  return permitted(
    change.kind === 'follow' ? followed(change, catalogue, draft) : renamed(change, catalogue),
    why,
  );
}

function made(change: CatalogueChange, catalogue: Catalogue): Planned {
  switch (change.kind) {
    case 'set':
      return setIn(change, catalogue);
    case 'rename':
      return renamed(change, catalogue);
    case 'remove':
      return removed(change, catalogue);
    case 'adopt':
      return adopted(change, catalogue);
  }
}

async function permitted(plan: Planned, why: Why): Promise<Planned> {
  // By the file that a step is about: what a renaming writes under the new name is refused of the old one.
  const refused = new Map<string, Refused>();
  for (const { act, changes } of plan.steps)
    for (const [path, content] of changes) {
      const reason = await why(path, content);
      if (reason !== undefined) refused.set(act.kind === 'edit' ? path : act.file, reason);
    }
  return {
    entries: plan.entries.map((entry) => {
      const reason = entry.outcome.kind === 'refers' ? undefined : refused.get(entry.file);
      return reason === undefined ? entry : { ...entry, outcome: { kind: 'refused', ...reason } };
    }),
    steps: plan.steps.flatMap((step) => without(step, refused)),
  };
}

/** The parts of a plan that may be made. A change of many files leaves out those that it may not write. */
function without({ act, changes }: FirstStep, refused: ReadonlyMap<string, Refused>): FirstStep[] {
  if (act.kind !== 'edit') return refused.has(act.file) ? [] : [{ act, changes }];
  const left = new Map([...changes].filter(([path]) => !refused.has(path)));
  return left.size === 0 ? [] : [{ act: { ...act, files: [...left.keys()] }, changes: left }];
}

/** Whether all of a plan has to be made or none: half a renaming leads nowhere. */
export function isWhole(
  { kind }: CatalogueChange | DraftChange,
  { entries }: Pick<ChangePlan, 'entries'>,
): boolean {
  return kind === 'set' || entries.every(({ outcome }) => outcome.kind !== 'refused');
}

function setIn({ files, path, value }: Change<'set'>, catalogue: Catalogue): Planned {
  const texts = new Map<string, string>();
  const entries = files.map((file): ChangeEntry => {
    const done = bulkChange(catalogue, file, { path, value });
    if (done.kind === 'refused') return { ...called(file, catalogue), outcome: done };
    texts.set(file, done.text);
    const { before } = done;
    return { ...called(file, catalogue), outcome: { kind: 'set', ...(before !== undefined && { before }) } };
  });
  return { entries, steps: editStep(texts) };
}

import type { CatalogueChange, ChangeEntry, ChangePlan } from '../../../api/index.ts';
import {
  bulkChange,
  placeOf,
  reworded,
  shapeOfKind,
  type Catalogue,
  type Lookups,
} from '../../../catalogue/index.ts';
import type { Edit } from '../../../model/edit.ts';
import { valueAt, type Path } from '../../../model/path.ts';
import { edit } from '../../../text/index.ts';
import type { FirstStep } from '../../review/index.ts';
import { referrersOf } from '../drafts/referrers.ts';

/** What a change comes to, file by file, and the steps of the draft that makes it. */
export interface Planned {
  entries: ChangeEntry[];
  steps: FirstStep[];
}

type Change<K extends CatalogueChange['kind']> = Extract<CatalogueChange, { kind: K }>;

/**
 * What `change` would make of the files of `catalogue`, with the reason wherever it makes nothing. Whose they are is
 * asked by `why`, which says so where somebody may not write one.
 */
export async function planChange(
  change: CatalogueChange,
  catalogue: Catalogue,
  why: (path: string, content: Uint8Array | null) => Promise<Refused | undefined>,
): Promise<Planned> {
  const plan =
    change.kind === 'set'
      ? setIn(change, catalogue)
      : change.kind === 'rename'
        ? renamed(change, catalogue)
        : removed(change, catalogue);
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

export interface Refused {
  reason: string;
  reasonEn: string;
}

/** The parts of a plan that may be made. A change of many files leaves out those that it may not write. */
function without({ act, changes }: FirstStep, refused: ReadonlyMap<string, Refused>): FirstStep[] {
  if (act.kind !== 'edit') return refused.has(act.file) ? [] : [{ act, changes }];
  const left = new Map([...changes].filter(([path]) => !refused.has(path)));
  return left.size === 0 ? [] : [{ act: { kind: 'edit', files: [...left.keys()] }, changes: left }];
}

/** Whether all of a plan has to be made or none: half a renaming leads nowhere. */
export function isWhole({ kind }: CatalogueChange, { entries }: Pick<ChangePlan, 'entries'>): boolean {
  return kind === 'set' || entries.every(({ outcome }) => outcome.kind !== 'refused');
}

function setIn({ files, path, value }: Change<'set'>, catalogue: Catalogue): Planned {
  const changes = new Map<string, Uint8Array>();
  const entries = files.map((file): ChangeEntry => {
    const made = bulkChange(catalogue, file, { path, value });
    if (made.kind === 'refused') return { ...called(file, catalogue), outcome: made };
    changes.set(file, bytesOf(made.text));
    const { before } = made;
    return { ...called(file, catalogue), outcome: { kind: 'set', ...(before !== undefined && { before }) } };
  });
  return {
    entries,
    steps: changes.size === 0 ? [] : [{ act: { kind: 'edit', files: [...changes.keys()] }, changes }],
  };
}

/** The base of an item under another id: its layers are called like it, and what names it names it so. */
function renamed({ file, to, reason }: Change<'rename'>, catalogue: Catalogue): Planned {
  const [place, chain] = [placeOf(file), chainOf(file, catalogue)];
  const from = place.kind === 'file' ? place.id : undefined;
  if (from === undefined || chain[0]?.source.path !== file || chain[0].role !== 'base')
    return refusal(
      file,
      catalogue,
      '改标识要从这一事项的基准改起。',
      'An id is changed at the base of the item.',
    );
  if (catalogue.chains.has(to))
    return refusal(file, catalogue, `已有标识为“${to}”的事项。`, `There is an item "${to}" already.`);
  const own = new Set(chain.map(({ source }) => source.path));
  const places = new Map<string, Path[]>();
  for (const found of referrersOf([file], catalogue, catalogue))
    // What an item says of itself is written with its renaming.
    if (!(own.has(found.file) && found.path.length === 1))
      places.set(found.file, [...(places.get(found.file) ?? []), found.path]);
  const texts = new Map<string, string>();
  const entries: ChangeEntry[] = [];
  for (const [at, paths] of places) {
    const source = catalogue.sources.get(at);
    const edits = paths.flatMap((path): Edit[] => {
      const said = valueAt(source?.written, path);
      const next = typeof said === 'string' ? reworded(said, { from, to }) : undefined;
      return next === undefined ? [] : [{ kind: 'set', path, value: next }];
    });
    const made =
      source && edit(source.text, edits, { shape: shapeOfKind(source.kind, catalogue.lookups.shape) });
    if (made?.kind !== 'edited')
      entries.push({ ...called(at, catalogue), outcome: { kind: 'refused', ...unreadable } });
    else {
      texts.set(at, made.text);
      if (!own.has(at))
        entries.push({ ...called(at, catalogue), outcome: { kind: 'reworded', places: paths.length } });
    }
  }
  const written = new Map([...texts].map(([at, text]) => [at, bytesOf(text)]));
  const renamings: ChangeEntry[] = [];
  const renames = chain.map(({ source }): FirstStep => {
    const text = texts.get(source.path) ?? source.text;
    const made = edit(text, [{ kind: 'set', path: ['id'], value: to }], {
      shape: shapeOfKind(source.kind, catalogue.lookups.shape),
    });
    const next = source.path.replace(`/${from}.yaml`, `/${to}.yaml`);
    const changes = new Map<string, Uint8Array | null>([[source.path, null]]);
    if (made.kind === 'edited') changes.set(next, bytesOf(made.text));
    renamings.push({
      ...called(source.path, catalogue),
      outcome: made.kind === 'edited' ? { kind: 'renamed', to: next } : { kind: 'refused', ...unreadable },
    });
    return { act: { kind: 'rename', file: source.path, to: next, reason }, changes };
  });
  const edits: FirstStep[] =
    written.size === 0 ? [] : [{ act: { kind: 'edit', files: [...written.keys()] }, changes: written }];
  return { entries: [...renamings, ...entries], steps: [...edits, ...renames] };
}

/** A file taken out, with what goes on referring to it: that is for people to decide. */
function removed({ file, reason }: Change<'remove'>, catalogue: Catalogue): Planned {
  const places = new Map<string, number>();
  for (const { file: at } of referrersOf([file], catalogue, catalogue))
    if (at !== file) places.set(at, (places.get(at) ?? 0) + 1);
  return {
    entries: [
      { ...called(file, catalogue), outcome: { kind: 'removed' } },
      ...[...places].map(([at, count]): ChangeEntry => ({
        ...called(at, catalogue),
        outcome: { kind: 'refers', places: count },
      })),
    ],
    steps: [{ act: { kind: 'remove', file, reason }, changes: new Map([[file, null]]) }],
  };
}

const unreadable: Refused = {
  reason: '这个文件读不懂，请在编辑器里改正。',
  reasonEn: 'The file cannot be read; mend it in the editor.',
};

function refusal(file: string, catalogue: Catalogue, reason: string, reasonEn: string): Planned {
  return {
    entries: [{ ...called(file, catalogue), outcome: { kind: 'refused', reason, reasonEn } }],
    steps: [],
  };
}

/** What readers call the file at `path`. */
function called(
  path: string,
  { lookups }: { lookups: Lookups },
): Pick<ChangeEntry, 'file' | 'name' | 'divisionName'> {
  const place = placeOf(path);
  const { id, division } = place.kind === 'file' ? place : { id: undefined, division: undefined };
  return {
    file: path,
    name: (id !== undefined && lookups.itemName(id)) || path,
    divisionName: division === undefined ? '' : lookups.divisionName(division),
  };
}

function chainOf(file: string, { chains }: Catalogue) {
  const place = placeOf(file);
  return (place.kind === 'file' && place.id !== undefined && chains.get(place.id)) || [];
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

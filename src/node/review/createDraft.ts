import { ulid } from 'ulid';
import type { Act } from '../../review/index.ts';
import { draftRef, isCataloguePath } from '../git/index.ts';
import { contentProblem } from './contentProblem.ts';
import { outOfReach } from './outOfReach.ts';
import { commitAct, type Parts, type ScopedDoing } from './parts.ts';
import { operationTaken, refusal } from './refusals.ts';
import type { CreateResult } from './results.ts';

/** What is done in a draft as it begins, one commit each: an act, and the files that it changes; `null` takes one out. */
export interface FirstStep {
  act: Extract<Act, { kind: 'edit' | 'remove' | 'rename' }>;
  changes: ReadonlyMap<string, Uint8Array | null>;
}

export interface Beginning extends ScopedDoing {
  title: string;
  /** The file to write first. */
  file?: string;
  steps?: readonly FirstStep[];
}

/**
 * Begins a draft on main as it is, with `steps` in it: all of them or, where one is refused, no draft. The operation id
 * becomes the draft's id, so asking twice makes one; somebody else's draft is not given for it.
 */
export async function createDraft(
  parts: Parts,
  { person, operation, title, file, steps = [] }: Beginning,
): Promise<CreateResult> {
  const { repository, catalogues, drafts } = parts;
  const ref = draftRef(operation);
  if ((await repository.readRef(ref)) === undefined) {
    const main = await drafts.main();
    const first =
      file === undefined ? [] : [{ path: file, now: (await catalogues.read(main)).get(file) ?? '' }];
    const written = steps.flatMap(({ changes }) => [...changes]);
    for (const [path, content] of written) {
      if (!isCataloguePath(path)) return refusal('这个位置不能放文件。', 'No file may stand at this place.');
      const problem = content === null ? undefined : contentProblem(path, content);
      if (problem !== undefined) return { kind: 'refused', ...problem };
    }
    const files = [...first, ...written.map(([path, content]) => ({ path, now: content ?? undefined }))];
    const refused =
      files.length > 0 && (await outOfReach(parts, { person, roles: ['drafter'], files, main }));
    if (refused) return refused;
    let { oid } = await commitAct(
      parts,
      { act: { kind: 'create', title, ...(file !== undefined && { file }) }, person, operation },
      { parents: [main], baseTree: await catalogues.treeOf(main), changes: new Map() },
    );
    for (const { act, changes } of steps)
      ({ oid } = await commitAct(
        parts,
        { act, person, operation: ulid() },
        { parents: [oid], baseTree: await catalogues.treeOf(oid), changes },
      ));
    // Until now nothing points at any of it.
    await repository.updateRef({ ref, from: undefined, to: oid });
  }
  const draft = await drafts.read(operation);
  if (draft === undefined) throw new Error('The draft was made and is gone');
  const { act, person: by } = draft.commits[0]!;
  const isAsked = act.kind === 'create' && act.file === file && by.subject === person.subject;
  return isAsked ? { kind: 'created', draft } : operationTaken();
}

import { draftRef } from '../git/index.ts';
import { outOfReach } from './outOfReach.ts';
import { commitAct, type Parts, type ScopedDoing } from './parts.ts';
import { operationTaken } from './refusals.ts';
import type { CreateResult } from './results.ts';

/**
 * Begins a draft on main as it is, to write `file` first. The operation id becomes the draft's id, so asking twice
 * makes one; somebody else's draft is not given for it.
 */
export async function createDraft(
  parts: Parts,
  { person, operation, title, file }: ScopedDoing & { title: string; file?: string },
): Promise<CreateResult> {
  const { repository, catalogues, drafts } = parts;
  const ref = draftRef(operation);
  if ((await repository.readRef(ref)) === undefined) {
    const main = await drafts.main();
    if (file !== undefined) {
      const now = (await catalogues.read(main)).get(file) ?? '';
      const refused = await outOfReach(parts, {
        person,
        roles: ['drafter'],
        files: [{ path: file, now }],
        main,
      });
      if (refused !== undefined) return refused;
    }
    const { oid } = await commitAct(
      parts,
      { act: { kind: 'create', title, ...(file !== undefined && { file }) }, person, operation },
      { parents: [main], baseTree: await catalogues.treeOf(main), changes: new Map() },
    );
    await repository.updateRef({ ref, from: undefined, to: oid });
  }
  const draft = await drafts.read(operation);
  if (draft === undefined) throw new Error('The draft was made and is gone');
  const { act, person: by } = draft.commits[0]!;
  const isAsked = act.kind === 'create' && act.file === file && by.subject === person.subject;
  return isAsked ? { kind: 'created', draft } : operationTaken();
}

import { mayAct, type Person, type Reformatted } from '../../review/index.ts';
import { blobOid, type Repository } from '../git/index.ts';
import type { Draft } from './results.ts';
import { isSameWriting } from './sameValues.ts';
import { shapeAt } from './shapeAt.ts';

/**
 * What a write to a draft under review would do, where it changes how the file is written and none of its values,
 * and `person` may; `undefined` where it is an edit like others.
 */
export async function reformatted(
  repository: Repository,
  { draft, path, content, person }: { draft: Draft; path: string; content: unknown; person: Person },
): Promise<Reformatted | undefined> {
  if (draft.state.kind !== 'submitted' && draft.state.kind !== 'approved') return undefined;
  if (mayAct(draft, person, { kind: 'reformat' }).kind === 'refused') return undefined;
  const from = (await repository.readTree(draft.tip)).get(path);
  if (from === undefined || !(content instanceof Uint8Array)) return undefined;
  const isSame = isSameWriting(
    path,
    await repository.readBlob(from),
    content,
    await shapeAt(repository, draft.tip),
  );
  return isSame ? { path, from, to: blobOid(content) } : undefined;
}

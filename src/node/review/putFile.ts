import { placeOf } from '../../catalogue/index.ts';
import { mayAct, type DraftCommit, type Person } from '../../review/index.ts';
import { draftRef } from '../git/index.ts';
import { outOfReach } from './outOfReach.ts';
import { commitAct, type Parts, type ScopedDoing } from './parts.ts';
import { forbidden, operationTaken } from './refusals.ts';
import type { Draft, SaveResult } from './results.ts';
import { textOf } from './textOf.ts';

/** Puts what `content` says at one path of a draft, as a commit on its branch. */
export async function putFile(
  parts: Parts,
  {
    draft: id,
    path,
    ifMatch,
    person,
    operation,
  }: ScopedDoing & { draft: string; path: string; ifMatch: string },
  contentIn: (draft: Draft) => Promise<Uint8Array | { blob: string } | null>,
): Promise<SaveResult> {
  const { repository, catalogues, drafts, queues } = parts;
  return queues.run(id, async (): Promise<SaveResult> => {
    const draft = await drafts.required(id);
    const content = await contentIn(draft);
    const done = draft.commits.find((commit) => commit.operation === operation);
    if (done !== undefined)
      return (await isPut(parts, done, { path, content, person }))
        ? { kind: 'saved', tip: done.oid, at: done.at }
        : operationTaken();
    const permission = mayAct(draft, person, { kind: 'edit' });
    if (permission.kind === 'refused') return forbidden(permission);
    const now = content === null ? undefined : await contentOf(parts, content);
    const refused = await outOfReach(parts, {
      person,
      roles: ['drafter'],
      files: [{ path, now }],
      main: draft.main,
    });
    if (refused !== undefined) return refused;
    if (!(await standsAsSeen(parts, draft, path, ifMatch))) return stale(parts, id, path);
    const written = await commitAct(
      parts,
      { act: { kind: 'edit', files: [path] }, person, operation },
      {
        parents: [draft.tip],
        baseTree: await catalogues.treeOf(draft.tip),
        changes: new Map([[path, content]]),
      },
    );
    const update = await repository.updateRef({ ref: draftRef(id), from: draft.tip, to: written.oid });
    if (update.kind === 'stale') return stale(parts, id, path);
    return { kind: 'saved', tip: written.oid, at: written.at };
  });
}

/** Whether the commit `done` is the very write that is asked for again. */
async function isPut(
  { repository }: Parts,
  done: DraftCommit,
  { path, content, person }: { path: string; content: Uint8Array | { blob: string } | null; person: Person },
): Promise<boolean> {
  if (done.act.kind !== 'edit' || done.person.subject !== person.subject) return false;
  const blob = (await repository.readTree(done.oid)).get(path);
  if (content === null || !(content instanceof Uint8Array)) return blob === content?.blob;
  return blob !== undefined && Buffer.compare(await repository.readBlob(blob), content) === 0;
}

async function contentOf({ repository }: Parts, content: Uint8Array | { blob: string }): Promise<Uint8Array> {
  return content instanceof Uint8Array ? content : repository.readBlob(content.blob);
}

/** Whether `seen` is a commit of the draft and `path` has been let be since. */
async function standsAsSeen(
  { repository }: Parts,
  draft: Draft,
  path: string,
  seen: string,
): Promise<boolean> {
  if (draft.tip === seen) return true;
  if (!draft.commits.some(({ oid }) => oid === seen)) return false;
  const [then, now] = await Promise.all([seen, draft.tip].map((oid) => repository.readTree(oid)));
  return then!.get(path) === now!.get(path);
}

async function stale({ repository, drafts }: Parts, id: string, path: string): Promise<SaveResult> {
  const now = await drafts.required(id);
  const blob = (await repository.readTree(now.tip)).get(path) ?? null;
  // Two texts can be compared; of an attachment only what came last is shown.
  const isText = placeOf(path).kind === 'file';
  return { kind: 'stale', head: now.tip, text: isText ? ((await textOf(repository, blob)) ?? '') : '' };
}

import { placeOf } from '../../catalogue/index.ts';
import { mergeFile } from '../../diff/index.ts';
import { mayAct, type DraftCommit } from '../../review/index.ts';
import { draftRef } from '../git/index.ts';
import { bytesOf, contentProblem } from './contentProblem.ts';
import { changesOutOfReach } from './outOfReach.ts';
import { commitAct, type Parts, type ScopedDoing } from './parts.ts';
import { reformatted } from './reformatted.ts';
import { forbidden, operationTaken } from './refusals.ts';
import type { Draft, SaveResult } from './results.ts';
import { shapeAt } from './shapeAt.ts';
import { textOf } from './textOf.ts';
import { untilSwapped } from './untilSwapped.ts';

/** Where a file goes, and in which version of the draft its writer saw it. */
interface Write extends ScopedDoing {
  draft: string;
  path: string;
  ifMatch: string;
}

/** What is written: bytes, a blob that is there, or nothing. */
type Content = Uint8Array | { blob: string } | null;

/**
 * Puts what `content` says at one path of a draft, as a commit on its branch. Where the file is another by now than
 * the writer saw, both changes of a text are merged field by field, or else nothing is written.
 */
export async function putFile(
  parts: Parts,
  write: Write,
  contentIn: (draft: Draft) => Promise<Content>,
): Promise<SaveResult> {
  const { repository, catalogues, drafts, queues } = parts;
  const { draft: id, path, person, operation } = write;
  const attempt = async (): Promise<SaveResult | 'lost'> => {
    const draft = await drafts.required(id);
    const content = await contentIn(draft);
    const done = draft.commits.find((commit) => commit.operation === operation);
    if (done !== undefined)
      return (await savedAs(parts, done, draft, { ...write, content })) ?? operationTaken();
    const permission = mayAct(draft, person, { kind: 'edit' });
    const fitted = await fit(parts, draft, draft.tip, { ...write, content });
    const fits = fitted.kind === 'stale' ? content : fitted.content;
    const kept =
      permission.kind === 'refused'
        ? await reformatted(repository, { draft, path, content: fits, person })
        : undefined;
    if (permission.kind === 'refused' && kept === undefined) return forbidden(permission);
    const changes = new Map([[path, fits]]);
    const refused = await changesOutOfReach(parts, { person, draft, changes });
    if (refused !== undefined) return refused;
    if (fitted.kind === 'stale') return { ...fitted, head: draft.tip };
    const written = await commitAct(
      parts,
      {
        act: kept ? { kind: 'reformat', files: [kept] } : { kind: 'edit', files: [path] },
        person,
        operation,
      },
      {
        parents: [draft.tip],
        baseTree: await catalogues.treeOf(draft.tip),
        changes: new Map([[path, fitted.content]]),
      },
    );
    const update = await repository.updateRef({ ref: draftRef(id), from: draft.tip, to: written.oid });
    if (update.kind === 'stale') return 'lost';
    return { kind: 'saved', tip: written.oid, at: written.at, ...textIn(fitted) };
  };
  return queues.run(id, () => untilSwapped(attempt, parts.pause));
}

type Fitted = { kind: 'as-is'; content: Content } | { kind: 'merged'; content: Uint8Array; text: string };

function textIn(fitted: Fitted): { text?: string } {
  return fitted.kind === 'merged' ? { text: fitted.text } : {};
}

/** What is to be written over the commit `tip` so that it keeps what others wrote since `ifMatch`. */
async function fit(
  { repository }: Parts,
  draft: Draft,
  tip: string,
  { path, ifMatch, content }: Pick<Write, 'path' | 'ifMatch'> & { content: Content },
): Promise<Fitted | { kind: 'stale'; text: string; base?: string }> {
  if (tip === ifMatch) return { kind: 'as-is', content };
  const isOurs = draft.commits.some(({ oid }) => oid === ifMatch);
  const [then, now] = await Promise.all(
    [isOurs ? ifMatch : undefined, tip].map(
      async (oid) => oid && ((await repository.readTree(oid)).get(path) ?? null),
    ),
  );
  if (then !== undefined && then === now) return { kind: 'as-is', content };
  const place = placeOf(path);
  // Two texts can be compared; of an attachment only what came last is shown.
  if (place.kind !== 'file') return { kind: 'stale', text: '' };
  const [base, theirs] = await Promise.all([then, now].map((blob) => textOf(repository, blob ?? null)));
  if (then === undefined) return { kind: 'stale', text: theirs ?? '' };
  const texts = { base: base ?? '', theirs: theirs ?? '' };
  // Whoever takes a file away, or its changes back, means all of it.
  if (content instanceof Uint8Array && theirs !== undefined) {
    const mine = Buffer.from(content).toString('utf8');
    const kind = placeOf(path, mine);
    const shape = await shapeAt(repository, tip);
    const merged =
      kind.kind === 'file'
        ? mergeFile(kind.fileKind, { ...texts, mine }, undefined, shape)
        : { kind: 'conflict' as const };
    if (merged.kind === 'merged' && contentProblem(path, merged.text) === undefined) {
      const { text } = merged;
      return text === mine ? { kind: 'as-is', content } : { kind: 'merged', content: bytesOf(text), text };
    }
  }
  return { kind: 'stale', text: texts.theirs, base: texts.base };
}

/** How the commit `done` of the operation acknowledged the very write that is asked for again, if it did. */
async function savedAs(
  parts: Parts,
  done: DraftCommit,
  draft: Draft,
  write: Write & { content: Content },
): Promise<SaveResult | undefined> {
  const isWrite = done.act.kind === 'edit' || done.act.kind === 'reformat';
  if (!isWrite || done.person.subject !== write.person.subject) return undefined;
  const blob = (await parts.repository.readTree(done.oid)).get(write.path);
  const isThere = async (content: Content) =>
    content instanceof Uint8Array
      ? blob !== undefined && Buffer.compare(await parts.repository.readBlob(blob), content) === 0
      : blob === content?.blob;
  const saved = { kind: 'saved', tip: done.oid, at: done.at } as const;
  if (await isThere(write.content)) return saved;
  const before = draft.commits[draft.commits.indexOf(done) - 1]!; // The first commit of a draft is no edit.
  const fitted = await fit(parts, draft, before.oid, write);
  return fitted.kind === 'merged' && (await isThere(fitted.content))
    ? { ...saved, text: fitted.text }
    : undefined;
}

import { ulid } from 'ulid';
import type { Member } from '../../review/index.ts';
import { readFolder, sameBytes } from '../files/index.ts';
import type { Refusal, Store } from '../review/index.ts';
import { changesIn } from './mergeFolder.ts';
import { pulledCommit } from './pulled.ts';

export interface PushOptions {
  folder: string;
  store: Store;
  /** Who answers for the changes. */
  person: Member;
  title: string;
}

export type Pushed =
  | { kind: 'pushed'; draft: string; paths: string[] }
  | { kind: 'unchanged' }
  /** The folder was never pulled into: nobody can say what was changed in it. */
  | { kind: 'neverPulled' }
  /** Main has changed these since the last pull. */
  | { kind: 'behind'; paths: string[] }
  | ({ path: string } & Refusal);

/**
 * Makes a draft of what was changed in `folder` since the last pull: it goes through review like any other, and the
 * folder stays as it is. Nothing is made of it where any of its files may not be written by `person`, or cannot be
 * read.
 */
export async function push({ folder, store, person, title }: PushOptions): Promise<Pushed> {
  const pulled = await pulledCommit(folder);
  if (pulled === undefined) return { kind: 'neverPulled' };
  const base = await store.readCatalogue(pulled);
  const changes = changesIn({ base, mine: await readFolder(folder) });
  if (changes.size === 0) return { kind: 'unchanged' };
  const main = await store.readCatalogue(await store.main());
  const behind = [...changes.keys()].filter((path) => !sameBytes(base.get(path), main.get(path)));
  if (behind.length > 0) return { kind: 'behind', paths: behind };
  for (const [path, content] of changes) {
    const refused = await store.mayWrite({ person, path, content });
    if (refused !== undefined) return { ...refused, path };
  }
  const created = await store.createDraft({ person, operation: ulid(), title });
  if (created.kind === 'refused') return { ...created, path: '' };
  const { id: draft } = created.draft;
  let { tip: ifMatch } = created.draft;
  for (const [path, content] of changes) {
    const write = { draft, person, ifMatch, operation: ulid() };
    const done =
      content === null
        ? await store.act({ ...write, deed: { kind: 'remove', file: path, reason: title } })
        : await store.save({ ...write, path, content });
    // Nobody else knows of this draft, and each file was asked about: a refusal now is a fault.
    if (done.kind === 'refused') throw new Error(`${path}: ${done.reasonEn}`);
    if (done.kind !== 'saved' && done.kind !== 'done') throw new Error(`${path}: ${done.kind}`);
    ifMatch = done.tip;
  }
  return { kind: 'pushed', draft, paths: [...changes.keys()] };
}

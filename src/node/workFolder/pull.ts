import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder, writeFileAtomic } from '../files/index.ts';
import { changesIn, mergeFolder, type Files, type FolderConflict } from './mergeFolder.ts';
import { notePulled, pulledCommit } from './pulled.ts';

export type Pulled =
  | {
      kind: 'pulled';
      written: string[];
      removed: string[];
      /** Files in which changes of both sides were brought together. */
      merged: string[];
      /** Files that differ from main after it: changes that nobody has pushed. */
      changed: string[];
    }
  /** Nothing was written. */
  | { kind: 'conflict'; conflicts: FolderConflict[] };

/** The repository's side of an exchange with a folder. */
export interface Source {
  /** Commit of main. */
  main: string;
  /** All files of a commit. @throws Error where the repository does not know it. */
  filesOf(commit: string): Promise<Files>;
}

/**
 * Brings what main has into `folder`, which is made where there is none, and keeps what was changed there since the
 * last pull: files by themselves, the same file field by field. Where both changed the same field nothing is written.
 * Cut off at any point, the same call again ends at the same files.
 */
export async function pull(folder: string, source: Source): Promise<Pulled> {
  const { main } = source;
  const before = await pulledCommit(folder);
  const [base, theirs] = [
    before === undefined ? new Map<string, Uint8Array>() : await source.filesOf(before),
    await source.filesOf(main),
  ];
  const mine = existsSync(folder) ? await readFolder(folder) : new Map<string, Uint8Array>();
  const merge = mergeFolder({ base, theirs, mine });
  if (merge.kind === 'conflict') return merge;
  const [written, removed]: [string[], string[]] = [[], []];
  for (const [path, content] of merge.writes) {
    if (content === null) await rm(join(folder, path), { force: true });
    else await writeFileAtomic(join(folder, path), content);
    (content === null ? removed : written).push(path);
  }
  await notePulled(folder, main);
  const changed = changesIn({ base: theirs, mine: await readFolder(folder) });
  return { kind: 'pulled', written, removed, merged: merge.merged, changed: [...changed.keys()] };
}

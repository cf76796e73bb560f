import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isUnwritten, pastLocks } from './locks.ts';
import { checkedOid, checkedRef, zeroOid } from './names.ts';
import { RefFiles } from './refFiles.ts';
import type { RefMove, Refs, RefUpdate } from './refs.ts';
import { GitError, runGit } from './runGit.ts';
import { syncDirectory } from './syncDirectory.ts';

/** The refs of the bare repository `dir` itself. */
export class LocalRefs implements Refs {
  readonly #dir: string;
  readonly #files: RefFiles;

  constructor(dir: string) {
    this.#dir = dir;
    this.#files = new RefFiles(dir);
  }

  read(ref: string): Promise<string | undefined> {
    return this.#files.read(checkedRef(ref));
  }

  list(prefix: string): Promise<Map<string, string>> {
    return this.#files.list(prefix);
  }

  async update({ ref, from, to }: RefMove): Promise<RefUpdate> {
    const input = `update ${checkedRef(ref)}\0${checkedOid(to)}\0${checkedOid(from ?? zeroOid)}\0`;
    const update = await pastLocks(this.#dir, [ref, 'packed-refs'], async (): Promise<RefUpdate> => {
      try {
        await runGit(['update-ref', '-z', '--stdin'], { dir: this.#dir, input });
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        const head = await this.read(ref);
        // git may have died after it had moved the ref.
        if (head !== to) {
          if (head === from) {
            if (isUnwritten(error)) await tryToWrite(this.#dir);
            throw error;
          }
          return { kind: 'stale', head };
        }
      }
      return { kind: 'updated' };
    });
    if (update.kind === 'updated') {
      const folder = dirname(join(this.#dir, ref));
      await syncDirectory(folder);
      // Packing refs takes a folder away that it empties, and then it is new here.
      await syncDirectory(dirname(folder));
    }
    return update;
  }

  close(): void {
    // Nothing is held between calls.
  }
}

/** Writes as little as a file takes, so that the system says why git could not. @throws its error, ENOSPC say. */
async function tryToWrite(dir: string): Promise<void> {
  const path = join(dir, `tmp_obj_${randomBytes(8).toString('hex')}`);
  try {
    await writeFile(path, '0'.repeat(41), { flush: true });
  } finally {
    await rm(path, { force: true });
  }
}

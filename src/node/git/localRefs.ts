import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../files/index.ts';
import { isUnwritten, pastLocks } from './locks.ts';
import { checkedRef } from './names.ts';
import { RefFiles } from './refFiles.ts';
import type { RefMove, Refs, RefUpdate } from './refs.ts';
import { RefMover } from './refMover.ts';
import { GitError } from './runGit.ts';

/** The refs of the bare repository `dir` itself. */
export class LocalRefs implements Refs {
  readonly #dir: string;
  readonly #files: RefFiles;
  readonly #mover: RefMover;

  constructor(dir: string) {
    this.#dir = dir;
    this.#files = new RefFiles(dir);
    this.#mover = new RefMover(dir);
  }

  read(ref: string): Promise<string | undefined> {
    return this.#files.read(checkedRef(ref));
  }

  list(prefix: string): Promise<Map<string, string>> {
    return this.#files.list(prefix);
  }

  async update({ ref, from, to }: RefMove): Promise<RefUpdate> {
    const seen = await this.read(ref);
    // What is seen already needs no git to refuse it.
    const isStale = seen !== from && seen !== to;
    const update: RefUpdate = isStale ? { kind: 'stale', head: seen } : await this.#move({ ref, from, to });
    if (update.kind === 'updated') {
      const folder = dirname(join(this.#dir, ref));
      await syncFolder(folder);
      // Packing refs takes a folder away that it empties, and then it is new here.
      await syncFolder(dirname(folder));
    }
    return update;
  }

  async #move({ ref, from, to }: RefMove): Promise<RefUpdate> {
    return pastLocks(this.#dir, [ref, 'packed-refs'], async () => {
      try {
        // A git that somebody killed, maybe long before it was asked, is no reason to refuse.
        await this.#mover.move({ ref, from, to }).catch((error: unknown) => {
          if (!(error instanceof GitError) || !error.isKilled) throw error;
          return this.#mover.move({ ref, from, to });
        });
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        const head = await this.read(ref);
        // Another server did the same operation, or git died after it had moved the ref.
        if (head !== to) {
          if (head !== from) return { kind: 'stale', head };
          if (isUnwritten(error)) await tryToWrite(this.#dir);
          throw error;
        }
      }
      return { kind: 'updated' };
    });
  }

  close(): void {
    this.#mover.close();
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

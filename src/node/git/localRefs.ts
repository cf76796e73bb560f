import { dirname, join } from 'node:path';
import { pastLocks } from './locks.ts';
import { checkedOid, checkedRef, zeroOid } from './names.ts';
import type { RefMove, Refs, RefUpdate } from './refs.ts';
import { GitError, runGit } from './runGit.ts';
import { syncDirectory } from './syncDirectory.ts';

/** The refs of the bare repository `dir` itself. */
export class LocalRefs implements Refs {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async read(ref: string): Promise<string | undefined> {
    const out = await runGit(['for-each-ref', '--format=%(objectname)', '--count=1', checkedRef(ref)], {
      dir: this.#dir,
    });
    return out.toString('latin1').trim() || undefined;
  }

  async list(prefix: string): Promise<Map<string, string>> {
    return listLocalRefs(this.#dir, prefix);
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
          if (head === from) throw error;
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

/** Refs of `dir` below `prefix` to the commits they name. */
export async function listLocalRefs(dir: string, prefix: string): Promise<Map<string, string>> {
  const out = await runGit(['for-each-ref', '--format=%(refname) %(objectname)', prefix], { dir });
  const lines = out.toString('utf8').split('\n');
  return new Map(lines.filter((line) => line !== '').map((line) => line.split(' ') as [string, string]));
}

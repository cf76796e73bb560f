import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GitError } from './runGit.ts';

/** A lock older than this has no living owner: git holds one for milliseconds, and a kill leaves it for ever. */
export const staleLockMs = 1500;

/** Does `work` again while somebody holds the lock of one of `files` in `dir`, or died holding it. */
export async function pastLocks<T>(
  dir: string,
  files: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + 2 * staleLockMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isLocked =
        error instanceof GitError && /\.lock|could not lock/.test(error.stderr) && !isUnwritten(error);
      if (!isLocked || Date.now() > deadline) throw error;
      await sleep(50);
      // git tells the lock that it met, of a ref that a fetch moves say.
      const told = [...error.stderr.matchAll(/'([^']+\.lock)'/g)].map((match) => match[1]!);
      const ours = told.filter((path) => path.startsWith(dir));
      for (const path of [...files.map((file) => join(dir, `${file}.lock`)), ...ours])
        await removeStaleLock(path);
    }
  }
}

/** Whether git had a lock and could not write into it, for a reason that it does not tell. */
export function isUnwritten({ stderr }: GitError): boolean {
  return /couldn't write/.test(stderr);
}

async function removeStaleLock(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && Date.now() - found.mtimeMs > staleLockMs) await rm(path, { force: true });
}

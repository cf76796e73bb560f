import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hashOf.ts';
import type { State } from './savedState.ts';
import type { FileStat } from './statFiles.ts';

/** Clocks of disks tick in steps of some milliseconds: a time this near tells nothing. */
const tick = 50;

/**
 * Hash of each of `paths` as it is now. A file that looks as it did when `earlier` was noted, at `time`, is not read
 * again; one that was changed about then may have changed twice, and is.
 */
export function sourceHashes(
  dir: string,
  stats: ReadonlyMap<string, FileStat>,
  paths: Iterable<string>,
  { earlier, time }: { earlier: State['sources']; time: number },
): State['sources'] {
  const found: State['sources'] = new Map();
  for (const path of paths) {
    const stat = stats.get(path)!;
    const before = earlier.get(path);
    const isSame =
      before !== undefined &&
      before.size === stat.size &&
      before.modified === stat.modified &&
      before.changed === stat.changed &&
      Math.max(stat.modified, stat.changed) < time - tick;
    found.set(path, { ...stat, hash: isSame ? before.hash : hashOf(readFileSync(join(dir, path))) });
  }
  return found;
}

/** Paths of the attachments among `files`. */
export function attachmentsOf(files: ReadonlySet<string>): string[] {
  return [...files].filter((path) => path.startsWith('forms/'));
}

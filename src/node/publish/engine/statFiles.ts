import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What tells that a file is as it was, short of reading it. */
export interface FileStat {
  size: number;
  modified: number;
  /** When its entry on the disk changed: an edit that sets the time back is seen here. */
  changed: number;
}

/** Paths of all files of a catalogue's folder, in order, as `readFolder` reads them; nothing is read. */
export function listFiles(dir: string): Set<string> {
  const found = new Set<string>();
  const walk = (folder: string, prefix: string): void => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) walk(join(folder, entry.name), `${path}/`);
      else if (entry.isFile()) found.add(path);
    }
  };
  walk(dir, '');
  return found;
}

/** The stat of each of `paths` in `dir`. */
export function statFiles(dir: string, paths: Iterable<string>): Map<string, FileStat> {
  const found = new Map<string, FileStat>();
  for (const path of paths) {
    const stat = statOf(join(dir, path));
    // Who takes a file away while a build reads it has the build end here, and not with half of a site.
    if (stat === undefined) throw new Error(`${path} was taken away while the site was built`);
    found.set(path, stat);
  }
  return found;
}

/** The stat of one file; `undefined` where there is none. */
export function statOf(path: string): FileStat | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true
    ? { size: stat.size, modified: stat.mtimeMs, changed: stat.ctimeMs }
    : undefined;
}

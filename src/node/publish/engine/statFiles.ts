import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What tells that a file is as it was, short of reading it. */
export interface FileStat {
  size: number;
  modified: number;
  /** When its entry on the disk changed: an edit that sets the time back is seen here. */
  changed: number;
}

/** All files of a catalogue's folder by path, in order, as `readFolder` reads them; nothing is read. */
export function statFiles(dir: string): Map<string, FileStat> {
  const found = new Map<string, FileStat>();
  const walk = (folder: string, prefix: string): void => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) walk(join(folder, entry.name), `${path}/`);
      else if (entry.isFile()) found.set(path, statOf(join(folder, entry.name))!);
    }
  };
  walk(dir, '');
  return found;
}

/** The stat of one file; `undefined` where there is none. */
export function statOf(path: string): FileStat | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true
    ? { size: stat.size, modified: stat.mtimeMs, changed: stat.ctimeMs }
    : undefined;
}

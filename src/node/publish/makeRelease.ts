import {
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from './engine/hashOf.ts';
import { manifestFiles, manifestName } from './manifest.ts';

/** What `makeRelease` is asked for. */
export interface Release {
  /** The site as it was built. */
  site: string;
  /** Folder of all releases. */
  releases: string;
  name: string;
  /** Versions that are kept from now on: pages and records by path, from one folder to the other. */
  versions: { from: string; to: string; paths: readonly string[] };
}

/**
 * Puts new versions among those that are kept, and then a whole release under its name, every byte of it on the disk.
 * Files that an earlier release has are the same files: only what is new is flushed and read again.
 * `progress` hears how many of its files are in it. @throws Error where the disk refuses, a file is not what was
 * built, or a version would change.
 */
export function makeRelease(
  { site, releases, name, versions }: Release,
  progress: (done: number, all: number) => void,
): void {
  for (const path of versions.paths) keepVersion(join(versions.from, path), join(versions.to, path));
  syncFolders(versions.to, versions.paths);
  const release = join(releases, name);
  // A name stands for its bytes, and a release gets its name when it is whole.
  if (existsSync(release)) return;
  const building = join(releases, `${name}.building`);
  removeUnfinished(releases);
  mkdirSync(building, { recursive: true });
  const manifest = readFileSync(join(site, manifestName));
  const files = manifestFiles(manifest.toString());
  const paths = [...Object.keys(files), manifestName];
  for (const path of folderOf(paths)) mkdirSync(join(building, path), { recursive: true });
  for (const [done, path] of paths.entries()) {
    progress(done, paths.length);
    const [from, to] = [join(site, path), join(building, path)];
    // A file of one name only is in no release yet.
    const isNew = statSync(from).nlink === 1;
    const isLinked = linked(from, to);
    if (!isLinked) copyFileSync(from, to);
    if (!isNew && isLinked) continue;
    sync(to);
    const hash = files[path] ?? hashOf(manifest);
    if (hashOf(readFileSync(to)) !== hash) throw new Error(`${path} was not written whole`);
  }
  syncFolders(building, paths);
  renameSync(building, release);
  sync(releases);
}

/** Removes all but the latest `kept` releases beside `current`. */
export function sweepReleases({
  releases,
  current,
  kept,
}: {
  releases: string;
  current: string;
  kept: number;
}): void {
  removeUnfinished(releases);
  const old = readdirSync(releases)
    .filter((name) => name !== current)
    .map((name) => ({ name, time: statSync(join(releases, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time)
    .slice(kept);
  for (const { name } of old) rmSync(join(releases, name), { recursive: true, force: true });
}

/** Nobody makes a release beside this one, so what is called so was left by a kill. */
function removeUnfinished(releases: string): void {
  for (const name of existsSync(releases) ? readdirSync(releases) : [])
    if (name.endsWith('.building')) rmSync(join(releases, name), { recursive: true, force: true });
}

/** Gives a version its permanent name; one with the same bytes (a publish that was cut off) is let be. */
function keepVersion(from: string, to: string): void {
  if (existsSync(to)) {
    if (!readFileSync(to).equals(readFileSync(from)))
      throw new Error(`A permanent version would change: ${to}`);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  sync(from);
  if (linked(from, to)) return;
  const temporary = `${to}.tmp`;
  copyFileSync(from, temporary);
  sync(temporary);
  renameSync(temporary, to);
}

/** Gives a file another name; `false` on a disk that knows one name a file. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EXDEV'].includes(code)) return false;
    throw error;
  }
}

function folderOf(paths: readonly string[]): Set<string> {
  const folders = new Set<string>(['.']);
  for (const path of paths) for (let at = dirname(path); !folders.has(at); at = dirname(at)) folders.add(at);
  return folders;
}

/** Makes the names of files at `paths` in `root` durable. */
function syncFolders(root: string, paths: readonly string[]): void {
  if (paths.length > 0) for (const folder of folderOf(paths)) sync(join(root, folder));
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

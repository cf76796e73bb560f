import {
  closeSync,
  copyFileSync,
  existsSync,
  fsync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { eachAbreast } from '../files/index.ts';
import { hashOf } from './engine/hashOf.ts';
import { manifestFiles, manifestName } from './manifest.ts';

const flush = promisify(fsync);

/** So many files are flushed at once: a disk writes what they have in common, its journal, once for all of them. */
const abreast = 64;

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
export async function makeRelease(
  { site, releases, name, versions }: Release,
  progress: (done: number, all: number) => void,
): Promise<void> {
  await eachAbreast(versions.paths, abreast, (path) =>
    keepVersion(join(versions.from, path), join(versions.to, path)),
  );
  await syncFolders(versions.to, versions.paths);
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
  let done = 0;
  await eachAbreast(paths, abreast, async (path) => {
    progress(done++, paths.length);
    const [from, to] = [join(site, path), join(building, path)];
    // A file of one name only is in no release yet.
    const isNew = statSync(from).nlink === 1;
    const isLinked = linked(from, to);
    if (!isLinked) copyFileSync(from, to);
    if (!isNew && isLinked) return;
    await sync(to);
    const hash = files[path] ?? hashOf(manifest);
    if (hashOf(readFileSync(to)) !== hash) throw new Error(`${path} was not written whole`);
  });
  await syncFolders(building, paths);
  renameSync(building, release);
  await sync(releases);
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
async function keepVersion(from: string, to: string): Promise<void> {
  if (existsSync(to)) {
    if (!readFileSync(to).equals(readFileSync(from)))
      throw new Error(`A permanent version would change: ${to}`);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  await sync(from);
  if (linked(from, to)) return;
  const temporary = `${to}.tmp`;
  copyFileSync(from, temporary);
  await sync(temporary);
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
async function syncFolders(root: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await eachAbreast([...folderOf(paths)], abreast, (folder) => sync(join(root, folder)));
}

/** Flushes a file or folder. Only the disk is waited for: to open and close a file is sooner done than handed on. */
async function sync(path: string): Promise<void> {
  const file = openSync(path, 'r');
  try {
    await flush(file);
  } finally {
    closeSync(file);
  }
}

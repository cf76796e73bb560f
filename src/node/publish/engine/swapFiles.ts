import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { manifestName } from '../manifest.ts';

/** Folders beside the site in which a build keeps what readers do not see. */
export interface Places {
  out: string;
  /** Where this build writes. */
  building: string;
  /** Where files wait that are on their way into `out`. */
  swapping: string;
  cache: string;
  /** Versions that this build adds to those that are kept. */
  versions: string;
}

/** Name of the list of files that a swap takes away, among the files that it puts in. */
const journal = '.swap.json';

export function placesOf(out: string): Places {
  const site = resolve(out);
  const beside = join(dirname(site), `.guicheng-${basename(site)}`);
  return {
    out: site,
    building: join(beside, `building-${process.pid}`),
    swapping: join(beside, 'swapping'),
    cache: join(beside, 'cache'),
    versions: join(beside, 'versions'),
  };
}

/** Ends what an earlier build left: a swap that had begun goes on to its end, everything before that goes away. */
export function recover(places: Places): void {
  const beside = dirname(places.building);
  if (!existsSync(beside)) return;
  if (existsSync(places.swapping)) finishSwap(places);
  for (const name of readdirSync(beside))
    if (name.startsWith('building-') && !isRunning(Number(name.slice('building-'.length))))
      rmSync(join(beside, name), { recursive: true, force: true });
}

/**
 * Puts the files of `building` into the site and takes `removed` out of it. A new site gets its name in one step. Into
 * one that is there they go file by file, each whole: first those that are new, so that no page leads to one that is
 * missing, then those that change, then what is gone is taken away, and the manifest is last. From the moment
 * at which it begins to change the site a swap that is cut off is ended by the next build.
 */
export function swapFiles(places: Places, removed: readonly string[]): void {
  const { out, building, swapping } = places;
  if (!existsSync(out) || readdirSync(out).length === 0) {
    mkdirSync(dirname(out), { recursive: true });
    renameSync(building, out);
    return;
  }
  writeFileSync(join(building, journal), JSON.stringify(removed));
  renameSync(building, swapping);
  finishSwap(places);
}

function finishSwap({ out, swapping }: Places): void {
  // The list goes when all is in its place: a kill may leave the rest of the folder.
  if (!existsSync(join(swapping, journal))) {
    rmSync(swapping, { recursive: true, force: true });
    return;
  }
  const removed = JSON.parse(readFileSync(join(swapping, journal), 'utf8')) as string[];
  const paths = filesBelow(swapping).filter((path) => path !== journal && path !== manifestName);
  const [changed, added] = parted(paths, (path) => existsSync(join(out, path)));
  for (const path of [...added, ...changed]) put(path);
  for (const path of removed) rmSync(join(out, path), { force: true });
  for (const folder of new Set(removed.map((path) => dirname(path)))) removeEmpty(out, folder);
  if (existsSync(join(swapping, manifestName))) put(manifestName);
  rmSync(swapping, { recursive: true, force: true });

  function put(path: string): void {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    renameSync(join(swapping, path), join(out, path));
  }
}

function removeEmpty(root: string, folder: string): void {
  for (let at = folder; at !== '.' && at !== ''; at = dirname(at)) {
    const place = join(root, at);
    if (!existsSync(place) || readdirSync(place).length > 0) return;
    rmSync(place, { recursive: true });
  }
}

export function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}

function parted<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const one of all) (is(one) ? yes : no).push(one);
  return [yes, no];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process cannot be asked, and is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { createHash } from 'node:crypto';
import { open, readdir, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../catalogue/index.ts';
import { swapSymlink, writeFileAtomic } from '../files/index.ts';
import { writeFiles } from './buildSite.ts';
import { siteFiles, type Version } from './siteFiles.ts';

/** Releases that are kept beside the current one, for going back. */
const kept = 5;

export interface PublishOptions {
  catalogue: Catalogue;
  /** Commit of main that is published; it names the release. */
  oid: string;
  /** Folder of the site: `releases/`, `versions/`, `versions.json` and the link `current`. */
  siteDir: string;
  date: string;
  baseUrl?: string;
}

export interface PublishReport {
  release: string;
  guides: number;
  newVersions: string[];
}

/**
 * Builds the site beside the one that is shown, proves that every byte is on the disk, and then swaps the link
 * `current` in one step. A reader gets the old site or the new one. Pages of versions are added before and never
 * changed. @throws Error where anything fails; the old site then stands as it was.
 */
export async function publish({
  catalogue,
  oid,
  siteDir,
  date,
  baseUrl,
}: PublishOptions): Promise<PublishReport> {
  if (!/^[0-9a-f]{40}$/.test(oid)) throw new RangeError('A release is named by a commit');
  const known = await readVersions(siteDir);
  const site = siteFiles({
    catalogue,
    date,
    versionsOf: (division, id) => known[`${division}/${id}`] ?? [],
    ...(baseUrl !== undefined && { baseUrl }),
  });
  for (const [path, page] of site.newVersions) await writeNewFile(join(siteDir, 'versions', path), page);
  const next: Versions = { ...known };
  for (const { division, id, version } of site.versions) {
    const key = `${division}/${id}`;
    const before = next[key] ?? [];
    if (!before.some((one) => one.hash === version.hash)) next[key] = [version, ...before];
  }
  await writeFileAtomic(join(siteDir, 'versions.json'), `${JSON.stringify(next, null, 1)}\n`);

  const release = join(siteDir, 'releases', oid);
  const building = `${release}.building`;
  await rm(building, { recursive: true, force: true });
  await writeFiles(building, site.files);
  await verify(building, site.files);
  if (await exists(release)) await rm(release, { recursive: true, force: true });
  await rename(building, release);
  await swapSymlink(join(siteDir, 'current'), join('releases', oid));
  await removeOld(siteDir, oid);
  return { release: oid, guides: site.guides, newVersions: [...site.newVersions.keys()] };
}

/** Shows a release again that is still kept. @throws Error where it is not. */
export async function rollback(siteDir: string, oid: string): Promise<void> {
  if (!/^[0-9a-f]{40}$/.test(oid) || !(await exists(join(siteDir, 'releases', oid, 'manifest.json'))))
    throw new Error(`Release ${oid} is not kept`);
  await swapSymlink(join(siteDir, 'current'), join('releases', oid));
}

/** Commit of the release that is shown; `undefined` before the first. */
export async function currentRelease(siteDir: string): Promise<string | undefined> {
  const target = await readlink(join(siteDir, 'current')).catch(() => undefined);
  return target?.split(/[\\/]/).at(-1);
}

/**
 * The file that an address of the site shows: of the current release, or of a permanent version. `undefined` for
 * addresses that name nothing of the site; no address leads out of it.
 */
export async function siteFile(siteDir: string, urlPath: string): Promise<string | undefined> {
  const path = urlPath.replace(/^\/+/, '');
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!/^(?:[A-Za-z0-9][A-Za-z0-9_-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) || name.includes('..'))
    return undefined;
  const places = /\/v\/[^/]+\.html$/.test(name)
    ? [join(siteDir, 'versions', name)]
    : [join(siteDir, 'current', name)];
  for (const place of places) if (await isFile(place)) return place;
  return undefined;
}

type Versions = Record<string, Version[]>;

async function readVersions(siteDir: string): Promise<Versions> {
  const text = await readFile(join(siteDir, 'versions.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    },
  );
  return JSON.parse(text) as Versions;
}

/** Writes a page that must not be there yet; one with the same bytes (a publish that was cut off) is let be. */
async function writeNewFile(path: string, content: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === undefined) await writeFileAtomic(path, content);
  else if (before !== content) throw new Error(`A permanent version would change: ${path}`);
}

/** Flushes every file of `folder` and compares it with what was to be written. */
async function verify(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of files) {
    const file = await open(join(folder, path), 'r');
    try {
      await file.sync();
      const written = createHash('sha256')
        .update(await file.readFile())
        .digest('hex');
      if (written !== createHash('sha256').update(content).digest('hex'))
        throw new Error(`${path} was not written whole`);
    } finally {
      await file.close();
    }
  }
}

async function removeOld(siteDir: string, current: string): Promise<void> {
  const folder = join(siteDir, 'releases');
  const releases = await Promise.all(
    (await readdir(folder))
      .filter((name) => name !== current)
      .map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of releases.sort((a, b) => b.time - a.time).slice(kept))
    await rm(join(folder, name), { recursive: true, force: true });
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

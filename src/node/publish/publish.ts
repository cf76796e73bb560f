import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readdir, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../../catalogue/index.ts';
import { swapSymlink, syncFolder, writeFileAtomic } from '../files/index.ts';
import { writeFiles } from './buildSite.ts';
import { manifestName, siteFiles, type SiteFiles, type SiteOptions, type Version } from './siteFiles.ts';

/** Releases that are kept beside the current one, for going back. */
const kept = 5;

const oidPattern = /^[0-9a-f]{40}$/;

export interface PublishOptions {
  catalogue: Catalogue;
  /** Commit of main that is published; it names the release. */
  oid: string;
  /** Folder of the site: `releases/`, `versions/`, `versions.json` and the link `current`. */
  siteDir: string;
  date: string;
  baseUrl?: string;
  /** Who approved last what these files say. */
  checkedOf?: SiteOptions['checkedOf'];
}

export interface PublishReport {
  release: string;
  guides: number;
  newVersions: string[];
}

/** A site ready to be published, as values. */
export interface PlannedSite extends SiteFiles {
  siteDir: string;
  /** Name of its release: commit and hash of the content, so that a name never stands for other bytes. */
  release: string;
  known: Versions;
}

/** What `publish` would write; nothing is written yet. */
export async function planSite({
  catalogue,
  oid,
  siteDir,
  date,
  baseUrl,
  checkedOf,
}: PublishOptions): Promise<PlannedSite> {
  if (!oidPattern.test(oid)) throw new RangeError('A release is named by a commit');
  const known = await readVersions(siteDir);
  const site = siteFiles({
    catalogue,
    date,
    versionsOf: (division, id) => known[`${division}/${id}`] ?? [],
    everPublished: known,
    pageAt: (path) => pageIn(join(siteDir, 'versions'), path),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(checkedOf !== undefined && { checkedOf }),
  });
  return { ...site, siteDir, known, release: `${oid}-${sha256(site.files.get(manifestName)!).slice(0, 8)}` };
}

/**
 * Builds the site beside the one that is shown, proves that every byte is on the disk, and then swaps the link
 * `current` in one step. A reader gets the old site or the new one. Pages of versions are added before and never
 * changed; the list of versions follows the swap, so that it names none that was never shown. Cut off at any
 * point, the same call again ends at the same bytes. @throws Error where anything fails before the swap; the old
 * site then stands as it was.
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  return publishPlanned(await planSite(options));
}

/** Publishes what `planSite` gave: see `publish`. */
export async function publishPlanned(plan: PlannedSite): Promise<PublishReport> {
  const { siteDir, release, files, newVersions } = plan;
  for (const [path, page] of newVersions) await writeNewFile(join(siteDir, 'versions', path), page);
  const releases = join(siteDir, 'releases');
  // A name stands for its bytes, and a release gets its name when it is whole.
  if (!(await exists(join(releases, release)))) {
    const building = join(releases, `${release}.building`);
    await rm(building, { recursive: true, force: true });
    await writeFiles(building, files);
    await verify(building, files);
    await rename(building, join(releases, release));
    await syncFolder(releases);
  }
  await swapSymlink(join(siteDir, 'current'), join('releases', release));
  await writeFileAtomic(join(siteDir, 'versions.json'), `${JSON.stringify(versionsAfter(plan), null, 1)}\n`);
  await removeOld(siteDir, release);
  return {
    release,
    guides: plan.guides,
    newVersions: [...newVersions.keys()].filter((path) => path.endsWith('.html')),
  };
}

/** The release that is shown, by its name and the commit it was made of; `undefined` before the first. */
export async function currentRelease(siteDir: string): Promise<{ name: string; oid: string } | undefined> {
  const target = await readlink(join(siteDir, 'current')).catch(ifMissing(undefined));
  const name = target?.split(/[\\/]/).at(-1);
  // A link that leads to nothing shows nothing.
  if (name === undefined || !(await exists(join(siteDir, 'releases', name, manifestName)))) return undefined;
  return { name, oid: name.slice(0, 40) };
}

/** `{path: sha256}` of every file of the release that is shown; empty before the first. */
export async function currentManifest(siteDir: string): Promise<Record<string, string>> {
  const text = await readFile(join(siteDir, 'current', manifestName), 'utf8').catch(
    ifMissing('{"files":{}}'),
  );
  return (JSON.parse(text) as { files: Record<string, string> }).files;
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
  const places = /\/v\/[^/]+\.(?:html|json)$/.test(name)
    ? [join(siteDir, 'versions', name)]
    : [join(siteDir, 'current', name)];
  for (const place of places) if (await isFile(place)) return place;
  return undefined;
}

/** Versions of a guide, newest first, by `<division>/<id>`. */
type Versions = Record<string, Version[]>;

async function readVersions(siteDir: string): Promise<Versions> {
  return JSON.parse(
    await readFile(join(siteDir, 'versions.json'), 'utf8').catch(ifMissing('{}')),
  ) as Versions;
}

/** A page of a version that stands there. Synchronous, since the site is planned as one value. */
function pageIn(folder: string, path: string): string | undefined {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function versionsAfter({ known, versions }: PlannedSite): Versions {
  const next: Versions = { ...known };
  for (const { division, id, version } of versions) {
    const key = `${division}/${id}`;
    const before = next[key] ?? [];
    if (!before.some((one) => one.hash === version.hash)) next[key] = [version, ...before];
  }
  return next;
}

/** Writes a page that must not be there yet; one with the same bytes (a publish that was cut off) is let be. */
async function writeNewFile(path: string, content: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(ifMissing(undefined));
  if (before === undefined) await writeFileAtomic(path, content);
  else if (before !== content) throw new Error(`A permanent version would change: ${path}`);
}

/** Flushes every file and folder of `folder` and compares it with what was to be written. */
async function verify(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const folders = new Set([folder]);
  for (const [path, content] of files) {
    for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(join(folder, at));
    const file = await open(join(folder, path), 'r');
    try {
      await file.sync();
      if (sha256(await file.readFile()) !== sha256(content)) throw new Error(`${path} was not written whole`);
    } finally {
      await file.close();
    }
  }
  for (const one of folders) await syncFolder(one);
}

async function removeOld(siteDir: string, current: string): Promise<void> {
  const old = (await releasesOf(siteDir)).filter((name) => name !== current).slice(kept);
  const names = await readdir(join(siteDir, 'releases'));
  // Nobody builds while this runs, so a folder still called so was left by a kill.
  for (const name of [...old, ...names.filter((one) => one.endsWith('.building'))])
    await rm(join(siteDir, 'releases', name), { recursive: true, force: true });
}

/** Names of the releases that are kept whole, newest first. */
async function releasesOf(siteDir: string): Promise<string[]> {
  const folder = join(siteDir, 'releases');
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.building'));
  const releases = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  return releases.sort((a, b) => b.time - a.time).map(({ name }) => name);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** For `catch`: `value` where a file is missing; any other failure stays one. */
function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, ifMissing(false));
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

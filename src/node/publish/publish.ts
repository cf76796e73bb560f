import { createHash } from 'node:crypto';
import { readFile, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { swapSymlink, writeFileAtomic } from '../files/index.ts';
import {
  addVersion,
  keptVersions,
  placesOf,
  programHash,
  versionFolder,
  versionList,
  workerPath,
  type EngineResult,
  type NewVersion,
  type PageFault,
} from './engine/index.ts';
import type { LastCheck } from './lastCheckOf.ts';
import { manifestFiles, manifestName } from './manifest.ts';
import { runSiteJob } from './runSiteJob.ts';
import type { JobResult, JobStep, SiteJob } from './siteJobs.ts';
import { openStaging, type Staging } from './staging.ts';

/** Releases that are kept beside the current one, for going back. */
const kept = 5;

const oidPattern = /^[0-9a-f]{40}$/;

export interface PublisherOptions {
  /** Folder of the site: `releases/`, `versions/`, `versions.json` and the link `current`. */
  siteDir: string;
  baseUrl?: string;
  /** Hash of the program that makes pages; what another one made is made again. */
  program?: string | undefined;
  /** Does the work that takes long. */
  run?: (job: SiteJob, progress: (step: JobStep) => void) => Promise<JobResult>;
  /** Hears how far that is. */
  progress?: (step: JobStep) => void;
}

export interface PlanOptions {
  /** The catalogue. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Commit of main that is published; it names the release. */
  oid: string;
  date: string;
  /** Whether what is wrong in the catalogue or its pages stops it. */
  check: boolean;
  /** Who approved last what each file says. */
  checks?: Readonly<Record<string, LastCheck>>;
}

/** A site ready to be published. */
export interface PlannedSite {
  /** Name of its release: commit and hash of the content, so that a name never stands for other bytes. */
  release: string;
  guides: number;
  /** Versions that it adds, and the paths of their pages and records. */
  versions: readonly NewVersion[];
  added: readonly string[];
  /** `{path: sha256}` of its files. */
  hashes(): Record<string, string>;
}

export type PlanResult =
  | { kind: 'planned'; plan: PlannedSite }
  | { kind: 'errors'; errors: Diagnostic[] }
  | { kind: 'faults'; faults: PageFault[] };

export interface PublishReport {
  release: string;
  guides: number;
  newVersions: string[];
}

/** Makes the releases of one site; one call after another. */
export interface Publisher {
  /** Builds a site beside the one that is shown, from what changed since the last plan. Nothing is shown yet. */
  plan(options: PlanOptions): Promise<PlanResult>;
  /**
   * Shows the site that was planned last: proves that every byte is on the disk, and then swaps the link `current` in
   * one step. A reader gets the old site or the new one. Pages of versions are added before and never changed; the
   * list of versions follows the swap, so that it names none that was never shown. Cut off at any point, the same
   * plan and publish again end at the same bytes. @throws Error where anything fails before the swap; the old site
   * then stands as it was.
   */
  publish(plan: PlannedSite): Promise<PublishReport>;
}

export function openPublisher({
  siteDir,
  baseUrl,
  program = programHash(),
  run: runJob = runSiteJob,
  progress = () => {},
}: PublisherOptions): Publisher {
  const releases = join(siteDir, 'releases');
  const run = (job: SiteJob) => runJob(job, progress);
  let staging: Staging | undefined;
  let last: PlannedSite | undefined;

  async function build({ files, date, check, checks }: PlanOptions): Promise<EngineResult> {
    staging ??= openStaging(siteDir);
    await staging.layOut(files);
    const worker = workerPath();
    const result = await run({
      kind: 'build',
      options: {
        dir: staging.catalogue,
        out: staging.site,
        versions: siteDir,
        date,
        check,
        ...(checks !== undefined && { checks }),
        ...(baseUrl !== undefined && { baseUrl }),
        ...(program !== undefined && { program }),
        ...(worker !== undefined && { worker }),
      },
    });
    if (result.kind === 'done') throw new TypeError('A build gives what it built');
    return result;
  }

  return {
    async plan(options) {
      const { oid } = options;
      if (!oidPattern.test(oid)) throw new RangeError('A release is named by a commit');
      last = undefined;
      const result = await build(options);
      if (result.kind !== 'built') return result;
      const manifest = await readFile(join(staging!.site, manifestName), 'utf8');
      const { guides, versions, kept: added } = result.report;
      last = {
        release: `${oid}-${createHash('sha256').update(manifest).digest('hex').slice(0, 8)}`,
        guides,
        versions,
        added,
        hashes: () => manifestFiles(manifest),
      };
      return { kind: 'planned', plan: last };
    },
    async publish(plan) {
      if (plan !== last) throw new Error('Another site was planned since');
      const { release, guides, versions, added } = plan;
      const paths = {
        from: join(staging!.versions, versionFolder),
        to: join(siteDir, versionFolder),
        paths: added,
      };
      last = undefined;
      await run({
        kind: 'release',
        release: { site: staging!.site, releases, name: release, versions: paths },
      }).catch(async (error: unknown) => {
        // Whatever was not as it should be is made anew by the next plan.
        await rm(placesOf(staging!.site).cache, { recursive: true, force: true });
        throw error;
      });
      await swapSymlink(join(siteDir, 'current'), join('releases', release));
      const { known } = keptVersions(siteDir);
      for (const { place, version } of versions) addVersion(known, place, version);
      await writeFileAtomic(join(siteDir, versionList), `${JSON.stringify(known, null, 1)}\n`);
      // The versions have their permanent names now.
      await rm(staging!.versions, { recursive: true, force: true });
      await run({ kind: 'sweep', sweep: { releases, current: release, kept } });
      return { release, guides, newVersions: added.filter((path) => path.endsWith('.html')) };
    },
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
  return manifestFiles(text);
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

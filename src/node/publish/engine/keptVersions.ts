import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A published content of a guide: where it stands for ever, and the day it was first published. */
export interface Version {
  path: string;
  date: string;
  /** First 8 hex digits of the hash of what the guide says. */
  hash: string;
}

/** Versions of a guide or bundle, newest first, by `<division>/<id>`. */
export type Versions = Record<string, Version[]>;

/** List of all versions in the folder of a site, and the folder of their pages. */
export const versionList = 'versions.json';
export const versionFolder = 'versions';

/** What a site has published before and keeps for ever. */
export interface KeptVersions {
  known: Versions;
  /** The page or record that stands at a permanent address. */
  pageAt(path: string): string | undefined;
}

/** The versions in the folder of a site; none before its first publish. */
export function keptVersions(siteDir: string): KeptVersions {
  return {
    // `publish` alone writes it, in one step.
    known: JSON.parse(textAt(join(siteDir, versionList)) ?? '{}') as Versions,
    pageAt: (path) => textAt(join(siteDir, versionFolder, path)),
  };
}

/** A version that a build adds, under the place by which it is kept. */
export interface NewVersion {
  place: string;
  version: Version;
}

/** Notes `version` as the newest of what stands at `place`; `false` where it is known already. */
export function addVersion(versions: Versions, place: string, version: Version): boolean {
  const before = versions[place] ?? [];
  if (before.some((one) => one.hash === version.hash)) return false;
  versions[place] = [version, ...before];
  return true;
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

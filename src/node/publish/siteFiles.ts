import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Checked } from '../../guide/index.ts';
import { siteParts, type Digest, type SiteFile } from './parts/index.ts';
import { siteFacts, type PublishedVersion } from './siteFacts.ts';

/** File of the site that lists all others with their hashes. */
export const manifestName = 'manifest.json';

/** A published content of a guide: where it stands for ever, and the day it was first published. */
export interface Version {
  path: string;
  date: string;
  /** First 8 hex digits of the hash of what the guide says. */
  hash: string;
}

export interface SiteOptions {
  catalogue: Catalogue;
  /** Day for which the site is made, YYYY-MM-DD. */
  date: string;
  baseUrl?: string;
  /** Versions already published of a guide, newest first. */
  versionsOf?(division: string, id: string): readonly Version[];
  /** Versions of all that was ever published, by `<division>/<id>`. */
  everPublished?: Readonly<Record<string, readonly Version[]>>;
  /** Who approved last what these files of the catalogue say; unknown where nothing records it. */
  checkedOf?(files: readonly string[]): Checked | undefined;
  /** The page that stands at a permanent address already, whether any site ever listed it or not. */
  pageAt?(path: string): string | undefined;
}

export interface SiteFiles {
  /** Every file of the site by its path from the root, in a fixed order. */
  files: Map<string, string | Uint8Array>;
  /** SHA-256 of each, the manifest itself left out. */
  hashes: Record<string, string>;
  /** Pages of versions that this site adds, or that stand there as they are: never changed. */
  newVersions: Map<string, string>;
  versions: PublishedVersion[];
  guides: number;
  /** Permits in force that the published list of their division leaves out, as `division/id`: they have no page. */
  unlisted: string[];
}

/**
 * The whole site as values: the same catalogue, date and versions give the same bytes. What is not yet in force
 * on `date`, or no longer, is left out, and so is a permit that is not on its division's list.
 */
export function siteFiles(options: SiteOptions): SiteFiles {
  const { site, guides, versions, unlisted } = siteFacts(options);
  const files = new Map<string, string | Uint8Array>();
  const newVersions = new Map<string, string>();
  const add = (list: readonly SiteFile[]) => {
    for (const { path, permanent, make } of list) {
      if (files.has(path) || newVersions.has(path)) throw new Error(`Two files of the site at ${path}`);
      const content = make();
      if (permanent !== true) files.set(path, content);
      else if (typeof content === 'string') newVersions.set(path, content);
      else throw new TypeError(`A version is a page: ${path}`);
    }
  };
  const digests = new Map<Digest<unknown>, unknown[]>();
  const digestsOf = (digest: Digest<unknown>): unknown[] => {
    let made = digests.get(digest);
    if (made === undefined) digests.set(digest, (made = guides.map((guide) => digest.of(guide, site))));
    return made;
  };
  for (const part of siteParts)
    if (part.kind === 'guide') for (const guide of guides) add(part.files(guide, site));
    else if (part.kind === 'bundle') for (const bundle of site.bundles) add(part.files(bundle, site));
    else add(part.files(digestsOf(part.digest), site));
  const hashes = hashesOf(files);
  files.set(manifestName, `${JSON.stringify({ files: hashes }, null, 1)}\n`);
  return { files, hashes, newVersions, versions, guides: guides.length, unlisted };
}

/** `{path: sha256}` of `files`, in order of path. */
function hashesOf(files: ReadonlyMap<string, string | Uint8Array>): Record<string, string> {
  const paths = [...files.keys()].sort();
  return Object.fromEntries(
    paths.map((path) => [path, createHash('sha256').update(files.get(path)!).digest('hex')]),
  );
}

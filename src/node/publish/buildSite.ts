import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../../catalogue/index.ts';
import { siteFiles } from './siteFiles.ts';

export interface BuildOptions {
  catalogue: Catalogue;
  /** Folder to write to; made where it is missing, other files in it are left alone. */
  out: string;
  /** Day for which the site is made, YYYY-MM-DD. */
  date: string;
  baseUrl?: string;
}

export interface BuildReport {
  guides: number;
  /** Permits left out since they are not on the list of their division, as `division/id`. */
  unlisted: string[];
  pages: number;
  files: string[];
}

/** Writes the site of a plain folder, with the version of each guide at its permanent address. */
export async function buildSite({ out, ...options }: BuildOptions): Promise<BuildReport> {
  const site = siteFiles(options);
  const all = new Map<string, string | Uint8Array>([...site.files, ...site.newVersions]);
  await writeFiles(out, all);
  const files = [...all.keys()].sort();
  return {
    guides: site.guides,
    unlisted: site.unlisted,
    pages: files.filter((path) => path.endsWith('.html')).length,
    files,
  };
}

/** Writes `files` below `folder`, each folder made once. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  await Promise.all([...folders].map((one) => mkdir(one, { recursive: true })));
  for (const [path, content] of files) await writeFile(join(folder, path), content);
}

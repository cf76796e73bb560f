import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eachAbreast, sameBytes } from '../files/index.ts';
import { placesOf } from './engine/index.ts';

/** Name, in the folder of a site, of the one in which its next release is made. */
const stagingName = '.staging';

/** So many files are written at once; more would hold up whoever asks the server meanwhile. */
const abreast = 8;

/** Where the sites of one folder are made, one after another, each of what changed since the one before. */
export interface Staging {
  /** The catalogue as files. */
  catalogue: string;
  /** The site as the last build left it. */
  site: string;
  /** What that build adds to the versions that are kept. */
  versions: string;
  /** Makes `catalogue` hold `files` and nothing else. @throws Error where the disk refuses, or a path leads elsewhere. */
  layOut(files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/**
 * Takes over what an earlier server left in `siteDir`, under another name: a build that outlives its server, which was
 * killed, loses its folder and fails.
 */
export function openStaging(siteDir: string): Staging {
  const folder = join(siteDir, stagingName);
  mkdirSync(folder, { recursive: true });
  const own = join(folder, randomBytes(6).toString('hex'));
  const [left, ...others] = readdirSync(folder);
  for (const one of others) rmSync(join(folder, one), { recursive: true, force: true });
  if (left !== undefined) renameSync(join(folder, left), own);
  const catalogue = join(own, 'catalogue');
  const site = join(own, 'site');
  let laid: ReadonlyMap<string, Uint8Array> | undefined;

  return {
    catalogue,
    site,
    versions: placesOf(site).versions,
    async layOut(files) {
      const before = laid ?? new Map<string, Uint8Array>();
      // What an earlier server laid out is not known.
      if (laid === undefined) await rm(catalogue, { recursive: true, force: true });
      // Nor is what a disk leaves that refuses half-way.
      laid = undefined;
      await mkdir(catalogue, { recursive: true });
      for (const path of before.keys())
        if (!files.has(path)) await rm(join(catalogue, path), { force: true });
      const changed = [...files].filter(([path, bytes]) => !sameBytes(before.get(path), bytes));
      const folders = new Set<string>();
      for (const [path] of changed) {
        if (!isPlain(path)) throw new RangeError(`No path of a catalogue: ${path}`);
        folders.add(join(catalogue, dirname(path)));
      }
      for (const folder of folders) await mkdir(folder, { recursive: true });
      await eachAbreast(changed, abreast, ([path, bytes]) => writeFile(join(catalogue, path), bytes));
      laid = files;
    },
  };
}

function isPlain(path: string): boolean {
  return path.split('/').every((step) => !['', '.', '..'].includes(step) && !/[\\\0]/.test(step));
}

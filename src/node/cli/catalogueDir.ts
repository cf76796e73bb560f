import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCatalogue, type Catalogue } from '../../catalogue/index.ts';
import { readFolder } from '../files/index.ts';
import { UsageError } from './exit.ts';

/**
 * The folder of the catalogue to work on: the one named, else this folder or its `items`.
 * @throws UsageError where there is none.
 */
export function catalogueDir(named: string | undefined): string {
  const candidates = named === undefined ? ['.', 'items'] : [named];
  const found = candidates.find((dir) => existsSync(join(dir, 'catalogue.yaml')));
  if (found !== undefined) return resolve(found);
  if (named !== undefined && existsSync(named) && !statSync(named).isDirectory())
    throw new UsageError(
      `“${named}”不是文件夹。请指明放着 catalogue.yaml 的文件夹。`,
      `"${named}" is no folder. Name the folder that holds catalogue.yaml.`,
    );
  // A folder that is there but lacks its catalogue.yaml is content to be checked, which says so.
  if (named !== undefined && existsSync(named)) return resolve(named);
  throw new UsageError(
    `找不到目录${named === undefined ? '' : `“${named}”`}。请指明放着 catalogue.yaml 的文件夹。`,
    `No catalogue${named === undefined ? '' : ` at "${named}"`}. Name the folder that holds catalogue.yaml.`,
  );
}

/** Reads the catalogue in `dir`. */
export async function openCatalogue(dir: string): Promise<Catalogue> {
  return readCatalogue(await readFolder(dir));
}

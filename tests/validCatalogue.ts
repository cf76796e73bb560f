import { fileURLToPath } from 'node:url';
import type { CatalogueFiles } from '../src/catalogue/index.ts';
import { readFolder } from '../src/node/files/index.ts';

/** Folder of a small catalogue in which no rule finds anything: examples and mutations of rules stand in it. */
export const validDir = fileURLToPath(new URL('fixtures/valid/', import.meta.url));

/** The files of that catalogue. */
export function validFiles(): Promise<CatalogueFiles> {
  return readFolder(validDir);
}

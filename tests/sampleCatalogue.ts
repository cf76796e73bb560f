import { fileURLToPath } from 'node:url';
import { readCatalogue, type Catalogue } from '../src/catalogue/index.ts';
import { readFolder } from '../src/node/files/index.ts';

/** Folder of the sample catalogue. */
export const sampleDir = fileURLToPath(new URL('../items/', import.meta.url));

/** The sample catalogue, read from disk. */
export async function sampleCatalogue(): Promise<Catalogue> {
  return readCatalogue(await readFolder(sampleDir));
}

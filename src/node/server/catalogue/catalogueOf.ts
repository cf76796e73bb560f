import type { CatalogueShape } from '../../../model/catalogueShape.ts';
import { readCatalogue, readSource, type Catalogue, type ReadResult } from '../../../catalogue/index.ts';

/** The files of a commit, as the store gives them: the same object for the same content. */
export type Files = ReadonlyMap<string, Uint8Array>;

const catalogues = new WeakMap<Files, Catalogue>();
/** What a file gave, by its bytes, which commits share. */
const sources = new WeakMap<Uint8Array, { path: string; shape: CatalogueShape; result: ReadResult }>();

/** The catalogue in `files`, unchecked; kept as long as `files` is. A file that was read before is not read again. */
export function catalogueOf(files: Files): Catalogue {
  let catalogue = catalogues.get(files);
  if (catalogue === undefined) {
    catalogue = readCatalogue(files, readOnce);
    catalogues.set(files, catalogue);
  }
  return catalogue;
}

function readOnce(path: string, content: string | Uint8Array, shape: CatalogueShape): ReadResult {
  if (typeof content === 'string') return readSource(path, content, shape);
  const known = sources.get(content);
  if (known?.path === path && known.shape === shape) return known.result;
  const result = readSource(path, content, shape);
  sources.set(content, { path, shape, result });
  return result;
}

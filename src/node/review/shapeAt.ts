import { extensionPath, readSource, type Source } from '../../catalogue/index.ts';
import { builtInShape, type CatalogueShape } from '../../model/catalogueShape.ts';
import { extendedShape } from '../../model/extendedShape.ts';
import type { ExtensionFile } from '../../model/generated/schemas.ts';
import type { Repository } from '../git/index.ts';

/** Shapes by the blob of their extension, whose content never changes. */
const known = new Map<string, CatalogueShape>();
const most = 16;

/**
 * The shape of the catalogue in the commit `oid`, by which its files are read and written: without it `x-code: 00123`
 * would be a number. The built-in one where the commit extends nothing, or what it says cannot be read.
 */
export async function shapeAt(
  repository: Pick<Repository, 'readTree' | 'readBlob'>,
  oid: string,
): Promise<CatalogueShape> {
  return shapeIn(await repository.readTree(oid), (blob) => repository.readBlob(blob));
}

/** As `shapeAt`, of a tree that is known: its files, path to blob. */
export async function shapeIn(
  files: ReadonlyMap<string, string>,
  readBlob: (oid: string) => Promise<Uint8Array>,
): Promise<CatalogueShape> {
  const blob = files.get(extensionPath);
  if (blob === undefined) return builtInShape;
  let shape = known.get(blob);
  if (shape === undefined) {
    const read = readSource(extensionPath, await readBlob(blob));
    // The kind of a source tells the type of its value.
    shape =
      read.kind === 'source' ? extendedShape((read.source as Source<ExtensionFile>).value) : builtInShape;
    if (known.size >= most) known.clear();
    known.set(blob, shape);
  }
  return shape;
}

import { placeOf, shapeOfKind } from '../../src/catalogue/index.ts';
import { builtInShape, type CatalogueShape } from '../../src/model/catalogueShape.ts';
import type { FileKind } from '../../src/model/schemas.ts';
import { read, type Document } from '../../src/text/index.ts';
import type { TextDocument } from '../document/textDocument.ts';

/** The text of a document as read with places, once for each of its versions. */
export interface SourceDocument {
  kind(): FileKind;
  document(): Document;
}

/** Reads `text` of `file` by the catalogue's `shape` when asked; the same version is read once. */
export function sourceDocument(
  text: TextDocument,
  file: string,
  shape: CatalogueShape = builtInShape,
): SourceDocument {
  let known: { version: number; kind: FileKind; document: Document } | undefined;
  function current() {
    if (known?.version !== text.version) {
      const place = placeOf(file, text.text);
      const kind = place.kind === 'file' ? place.fileKind : 'item';
      known = { version: text.version, kind, document: read(text.text, shapeOfKind(kind, shape), file) };
    }
    return known;
  }
  return { kind: () => current().kind, document: () => current().document };
}

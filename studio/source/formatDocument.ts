import { placeOf, shapeOfKind } from '../../src/catalogue/index.ts';
import { builtInShape, type CatalogueShape } from '../../src/model/catalogueShape.ts';
import type { Words } from '../../src/model/schemas.ts';
import { format } from '../../src/text/index.ts';
import type { TextDocument } from '../document/textDocument.ts';

/** Who makes the step, so that it joins no typing before it. */
const formatter = {};

/**
 * Gives the text of `file` the usual layout as one step of its history, and tells what came of it. Nothing is
 * changed where the text cannot be read.
 */
export function formatDocument(
  document: TextDocument,
  file: string,
  shape: CatalogueShape = builtInShape,
): Words {
  const place = placeOf(file, document.text);
  const kind = place.kind === 'file' ? place.fileKind : 'item';
  const result = format(document.text, shapeOfKind(kind, shape));
  if (result.kind === 'impossible') return { zh: result.reason, en: result.reasonEn };
  if (result.changes.length === 0) return { zh: '版式本来就是整齐的。', en: 'The layout is tidy already.' };
  document.apply(result.changes, formatter);
  return {
    zh: '已整理版式：内容、注释和次序不变，可以撤销。',
    en: 'Formatted: values, comments and order are as before. It can be undone.',
  };
}

import { shapeOfKind } from '../catalogue/index.ts';
import { builtInShape } from '../model/catalogueShape.ts';
import type { FileKind } from '../model/schemas.ts';
import { mergeTexts, type MergedTexts, type ThreeTexts } from '../text/index.ts';
import { mergeValues, type Choose, type MergeConflict } from './mergeValues.ts';

/**
 * The text of a file of `kind` with what two people made of it, field by field, or the fields that both changed;
 * none, where what both changed cannot be told by fields. `choose` decides between the two; `shape` is the
 * catalogue's.
 */
export function mergeFile(
  kind: FileKind,
  texts: ThreeTexts,
  choose?: Choose,
  shape = builtInShape,
): MergedTexts<MergeConflict> {
  return mergeTexts(texts, {
    shape: shapeOfKind(kind, shape),
    mergeValues: (values) => mergeValues(kind, values, choose, shape),
  });
}

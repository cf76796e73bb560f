import { shapeOfKind } from '../catalogue/index.ts';
import type { FileKind } from '../model/schemas.ts';
import { mergeTexts, type MergedTexts, type ThreeTexts } from '../text/index.ts';
import { mergeValues } from './mergeValues.ts';

/** The text of a file of `kind` with what two people made of it, field by field, or the fields that both changed. */
export function mergeFile(kind: FileKind, texts: ThreeTexts): MergedTexts {
  return mergeTexts(texts, {
    shape: shapeOfKind(kind),
    mergeValues: (values) => mergeValues(kind, values),
  });
}

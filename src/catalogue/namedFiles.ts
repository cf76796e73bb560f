import { builtInShape } from '../model/catalogueShape.ts';
import type { FileKind } from '../model/schemas.ts';
import type { Path } from '../model/path.ts';
import { eachReference, type SeeReference } from './eachReference.ts';

/** The attachments that `value`, a file of `kind`, names, each with the field that names it. */
export function namedFiles(
  kind: FileKind,
  value: unknown,
  shape = builtInShape,
): { path: Path; file: string }[] {
  const found: { path: Path; file: string }[] = [];
  const see: SeeReference = (file, schema, path) => {
    if (schema['x-ref'] === 'file') found.push({ path: path(), file });
  };
  eachReference(kind, value, see, shape);
  return found;
}

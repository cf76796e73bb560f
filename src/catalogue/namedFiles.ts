import type { FileKind } from '../model/schemas.ts';
import type { Path } from '../model/path.ts';
import { eachReference } from './eachReference.ts';

/** The attachments that `value`, a file of `kind`, names, each with the field that names it. */
export function namedFiles(kind: FileKind, value: unknown): { path: Path; file: string }[] {
  const found: { path: Path; file: string }[] = [];
  eachReference(kind, value, (file, schema, path) => {
    if (schema['x-ref'] === 'file') found.push({ path: path(), file });
  });
  return found;
}

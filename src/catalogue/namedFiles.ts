import type { FileKind } from '../model/schemas.ts';
import type { Path } from '../model/path.ts';
import { walkFields } from '../model/walk.ts';
import { schemaOf } from './layerSchema.ts';

/** The attachments that `value`, a file of `kind`, names, each with the field that names it. */
export function namedFiles(kind: FileKind, value: unknown): { path: Path; file: string }[] {
  const found: { path: Path; file: string }[] = [];
  walkFields(schemaOf(kind), value, (path, schema, at) => {
    if (schema['x-ref'] === 'file' && typeof at === 'string') found.push({ path, file: at });
  });
  return found;
}

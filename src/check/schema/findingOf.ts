import { schemaOf } from '../../catalogue/index.ts';
import type { CatalogueShape } from '../../model/catalogueShape.ts';
import type { Cite, Diagnostic } from '../../model/diagnostic.ts';
import { childSchema, wordsOf } from '../../model/field.ts';
import { valueAt, type Path } from '../../model/path.ts';
import type { FileKind, Schema, Words } from '../../model/schemas.ts';
import { messageOf } from './messages.ts';
import type { SchemaError } from './scalar.ts';

/** A file that a schema was held against. */
export interface Judged {
  kind: FileKind;
  value: unknown;
  file: string;
  shape: CatalogueShape;
}

/** An error of a schema as a finding at its field, in words, with the law that asks for the field. */
export function diagnosticOf(error: SchemaError, { kind, value, file, shape }: Judged): Diagnostic {
  const { path } = error;
  const { schema, holder, group, cites } = schemaAt(schemaOf(kind, shape), path, value);
  const key = String(path.findLast((step) => typeof step === 'string') ?? kind);
  const around = valueAt(value, path.slice(0, -1));
  const begun = typeof around === 'object' && around !== null && Object.keys(around).length > 0;
  const words = messageOf(error, {
    schema: schema ?? {},
    holder,
    key,
    group,
    value: valueAt(value, path),
    begun,
  });
  return {
    code: `schema/${error.keyword}`,
    severity: error.keyword === 'retired' ? 'warning' : 'error',
    message: words.zh,
    messageEn: words.en,
    file,
    path,
    cites,
  };
}

/** The schema of the field at `path`, that of the map or list which holds it, and what is said around it. */
export function schemaAt(
  root: Schema,
  path: Path,
  value: unknown,
): { schema: Schema | undefined; holder: Schema; group: Words | undefined; cites: Cite[] } {
  let schema: Schema | undefined = root;
  let holder: Schema = root;
  let group: Words | undefined;
  let cites: Cite[] = [];
  let here = value;
  for (const [depth, step] of path.entries()) {
    holder = schema ?? {};
    if (depth > 0 && holder.title !== undefined) group = wordsOf(holder);
    schema = schema && childSchema(schema, step, here);
    here = valueAt(here, [step]);
    cites = schema?.['x-cites'] ?? cites;
  }
  return { schema, holder, group, cites };
}

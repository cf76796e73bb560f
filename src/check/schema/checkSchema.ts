import type { ErrorObject } from 'ajv';
import { schemaOf } from '../../catalogue/index.ts';
import { builtInShape, type CatalogueShape } from '../../model/catalogueShape.ts';
import type { Cite, Diagnostic } from '../../model/diagnostic.ts';
import { childSchema, wordsOf } from '../../model/field.ts';
import { valueAt, type Path } from '../../model/path.ts';
import type { FileKind, Schema, Words } from '../../model/schemas.ts';
import { validatorOf } from '#validators';
import { extensionErrors, type SchemaError } from './extensionErrors.ts';
import { messageOf } from './messages.ts';

/**
 * What the schema of `kind` finds wrong in `value`: each error once, at the field that is wrong or missing, as a
 * sentence that says what to do, with the law that asks for the field. Ranges are added by `locate`.
 */
export function checkSchema(
  kind: FileKind,
  value: unknown,
  file: string,
  shape = builtInShape,
): Diagnostic[] {
  const validator = validatorOf(kind);
  const isValid = validator(value);
  const roots = shape.extension === undefined ? undefined : extendedRoots[kind];
  // Nearly every file of nearly every catalogue ends here.
  if (isValid && roots === undefined) return [];
  const out = new Map<string, Diagnostic>();
  const put = (one: Diagnostic) => out.set(`${one.code} ${JSON.stringify(one.path)}`, one);
  for (const error of (isValid ? undefined : validator.errors) ?? []) {
    // `if` only says that its then or else failed, and those speak for themselves.
    if (error.keyword === 'if' || error.propertyName !== undefined) continue;
    const path = pathOf(error, value);
    // What the built-in schemas say of a field that the catalogue adds is not so here.
    if (roots !== undefined && isAdded(error, path) && schemaAt(schemaOf(kind, shape), path, value).schema)
      continue;
    put(diagnosticOf({ ...error, path }, { kind, value, file, shape }));
  }
  for (const root of roots ?? [])
    for (const error of extensionErrors(shape, { value, root, demands: kind === 'item' }))
      put(diagnosticOf(error, { kind, value, file, shape }));
  return onceEach([...out.values()], value);
}

/**
 * A value of another type is none of an enumeration either: of the two, what may be written is told, or that nothing is.
 */
function onceEach(found: Diagnostic[], value: unknown): Diagnostic[] {
  const both = new Set(
    found.filter(({ code }) => code === 'schema/enum').map(({ path }) => JSON.stringify(path)),
  );
  if (both.size === 0) return found;
  const typed = new Set(
    found.filter(({ code }) => code === 'schema/type').map(({ path }) => JSON.stringify(path)),
  );
  return found.filter(({ code, path }) => {
    const place = JSON.stringify(path);
    if (!both.has(place) || !typed.has(place)) return true;
    return code !== (valueAt(value, path) === null ? 'schema/enum' : 'schema/type');
  });
}

/** Where files of a kind hold an item, or parts of one, that may have the fields that a catalogue adds. */
const extendedRoots: Partial<Record<FileKind, readonly (readonly string[])[]>> = {
  item: [[]],
  layer: [['overlay']],
  rule: [
    ['cases', 'good', '*', 'item'],
    ['cases', 'bad', '*', 'item'],
  ],
};

function isAdded(error: ErrorObject, path: Path): boolean {
  return error.keyword === 'additionalProperties' && String(path.at(-1)).startsWith('x-');
}

interface Judged {
  kind: FileKind;
  value: unknown;
  file: string;
  shape: CatalogueShape;
}

function diagnosticOf(error: SchemaError, { kind, value, file, shape }: Judged): Diagnostic {
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

/** The field an error is about, which for a missing or unknown field is below the place Ajv names. */
function pathOf(error: ErrorObject, value: unknown): Path {
  const path: (string | number)[] = [];
  let here = value;
  for (const raw of error.instancePath.split('/').slice(1)) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(here) ? Number(step) : step);
    here = valueAt(here, [path.at(-1)!]);
  }
  const params = error.params as { missingProperty?: string; additionalProperty?: string };
  const below = params.missingProperty ?? params.additionalProperty;
  return below === undefined ? path : [...path, below];
}

function schemaAt(
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

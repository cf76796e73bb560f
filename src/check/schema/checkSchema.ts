import type { ErrorObject } from 'ajv';
import { schemaOf } from '../../catalogue/index.ts';
import { builtInShape } from '../../model/catalogueShape.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { valueAt, type Path } from '../../model/path.ts';
import type { FileKind } from '../../model/schemas.ts';
import { validatorOf } from '#validators';
import { extensionErrors } from './extensionErrors.ts';
import { diagnosticOf, schemaAt } from './findingOf.ts';

/**
 * What the schema of `kind` finds wrong in `value`: each error once, at the field that is wrong or missing, as a
 * sentence that says what to do, with the law that asks for the field. Ranges are added by `locate`. Where some parts of
 * a map are known to be sound by themselves, `rest` is those that are not.
 */
export function checkSchema(
  kind: FileKind,
  value: unknown,
  file: string,
  shape = builtInShape,
  rest?: Record<string, unknown>,
): Diagnostic[] {
  const validator = validatorOf(kind);
  const isValid = (rest !== undefined && isSoundBeside(validator, rest, value)) || validator(value);
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

/** Whether `rest` breaks nothing but that it lacks what else `value` has. */
function isSoundBeside(
  validator: ReturnType<typeof validatorOf>,
  rest: Record<string, unknown>,
  value: unknown,
): boolean {
  return (
    validator(rest) ||
    (validator.errors ?? []).every(
      ({ keyword, instancePath, params }) =>
        keyword === 'required' &&
        instancePath === '' &&
        valueAt(value, [(params as { missingProperty: string }).missingProperty]) !== undefined,
    )
  );
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

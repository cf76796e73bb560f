import { schemaOf } from '../../catalogue/index.ts';
import type { CatalogueShape } from '../../model/catalogueShape.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { branchOf, childSchema } from '../../model/field.ts';
import { valueAt, type Path } from '../../model/path.ts';
import { followed, type FileKind, type Schema } from '../../model/schemas.ts';
import { diagnosticOf, schemaAt } from './findingOf.ts';
import { isOf, limited, type SchemaError } from './scalar.ts';

/** Keywords by which a text or a number is judged by itself; its absence is by `required` of what holds it. */
const ofValue = [
  'type',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
] as const;
/** Keywords by which a schema asks for more, or by what stands elsewhere. */
const more = ['enum', 'const', 'oneOf', 'anyOf', 'allOf', 'if', 'items', 'properties'] as const;
const codes = new Set(['required', ...ofValue].map((keyword) => `schema/${keyword}`));

/** Whether `fieldFindings` tells all findings of `code` at its field. */
export function isOfField(code: string): boolean {
  return codes.has(code);
}

/** A file in which one field is judged. */
export interface FieldJudged {
  kind: FileKind;
  value: unknown;
  file: string;
  shape: CatalogueShape;
}

/**
 * What the schema finds wrong in the one text or number at `path` of a file, in the words of `checkSchema`, without its
 * validators and without a look at the rest of the file: it can be told while a key is being painted. `undefined`
 * where the field's own schema does not say it all: in layers, which say only what differs; of fields that a catalogue
 * adds; of choices; where something around it does not say what kind it is; and where it is a matter of other fields
 * whether there has to be one.
 */
export function fieldFindings(path: Path, judged: FieldJudged): Diagnostic[] | undefined {
  const { kind, value, shape } = judged;
  if (kind === 'layer' || kind === 'rule' || path.some((step) => String(step).startsWith('x-')))
    return undefined;
  const root = schemaOf(kind, shape);
  const { schema, holder } = schemaAt(root, path, value);
  if (!isOfKnownKind(root, path, value)) return undefined;
  if (schema === undefined || more.some((keyword) => schema[keyword] !== undefined)) return undefined;
  const said = valueAt(value, path);
  const errors = said === undefined ? absenceErrors(path, holder, value) : valueErrors(path, schema, said);
  return errors?.map((error) => diagnosticOf(error, judged));
}

/** Whether all that stands around `path` is of its type and says which branch it is; else the check looks no further. */
function isOfKnownKind(root: Schema, path: Path, value: unknown): boolean {
  let schema: Schema | undefined = root;
  let here = value;
  for (const step of path) {
    if (
      schema === undefined ||
      (schema.type !== undefined && !isOf(schema.type, here)) ||
      (schema.discriminator !== undefined && branchSaid(schema, here) === undefined)
    )
      return false;
    schema = childSchema(schema, step, here);
    here = valueAt(here, [step]);
  }
  return true;
}

/** The branch of `oneOf` whose discriminant `value` has. */
function branchSaid({ discriminator, oneOf }: Schema, value: unknown): Schema | undefined {
  const key = discriminator?.propertyName ?? '';
  return oneOf?.map(followed).find((branch) => branch.properties?.[key]?.const === valueAt(value, [key]));
}

/** What is wrong where nothing is said at `path`; `undefined` where that depends on more than its holder's `required`. */
function absenceErrors(path: Path, holder: Schema, value: unknown): SchemaError[] | undefined {
  const around = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof around !== 'object' || around === null || typeof key !== 'string') return undefined;
  const branch = branchOf(holder, around);
  if (branch.required?.includes(key) === true)
    return [{ keyword: 'required', params: { missingProperty: key }, path }];
  return undefined;
}

/** All errors of a value, as Ajv tells them: a number of the wrong type breaks its limits too. */
function valueErrors(path: Path, schema: Schema, said: unknown): SchemaError[] {
  const wrong = (keyword: string, params: Record<string, unknown> = {}): SchemaError[] => [
    { keyword, params, path },
  ];
  const broken =
    schema.type === undefined || isOf(schema.type, said) ? [] : wrong('type', { type: schema.type });
  if (typeof said === 'number') {
    broken.push(...limited(said, ['minimum', 'maximum'], schema, wrong));
    const above = schema.exclusiveMinimum;
    if (above !== undefined && said <= above) broken.push(...wrong('exclusiveMinimum', { limit: above }));
  }
  if (typeof said === 'string') {
    broken.push(...limited([...said].length, ['minLength', 'maxLength'], schema, wrong));
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(said))
      broken.push(...wrong('pattern'));
  }
  return broken;
}

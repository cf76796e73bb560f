import { builtInShape } from './catalogueShape.ts';
import type { Cite } from './diagnostic.ts';
import type { Path } from './path.ts';
import {
  followed,
  type FileKind,
  type OverlayPolicy,
  type Risk,
  type Schema,
  type Words,
} from './schemas.ts';

/** What the schemas say of one field: its own words and the policy that it has or inherits. */
export interface Field {
  schema: Schema;
  title: Words;
  help?: string;
  risk: Risk;
  overlay: OverlayPolicy;
  section?: string;
  /** Laws that govern the field or the nearest field above it. */
  cites: Cite[];
  /** Which of the fifteen elements the field belongs to. */
  element?: string;
}

/**
 * The field at `path` of a file of `kind`. Steps of the path are keys of maps, and positions or element ids of
 * lists (any step into a list leads to its element schema). `value`, where given, chooses among `oneOf`
 * branches by their discriminant. `undefined` where the schema has no such field. Of items and layers the catalogue's
 * `shape` is to be given; the built-in one has all fields of files of other kinds.
 */
export function fieldAt(
  kind: FileKind,
  path: Path,
  value?: unknown,
  { schemas } = builtInShape,
): Field | undefined {
  let schema: Schema | undefined = followed(schemas[kind]);
  let here = value;
  const field: Field = {
    schema,
    title: wordsOf(schema),
    risk: 'legal',
    overlay: { policy: 'fixed' },
    cites: [],
  };
  inherit(field, schema);
  for (const step of path) {
    schema = schema && childSchema(schema, step, here);
    if (schema === undefined) return undefined;
    here = childValue(here, step);
    inherit(field, schema);
  }
  return field;
}

/** The schema of the entry `step` of a map, or of any element of a list; the branch of `oneOf` that `value` picks. */
export function childSchema(schema: Schema, step: string | number, value?: unknown): Schema | undefined {
  const branch = branchOf(schema, value);
  const child =
    branch.type === 'array'
      ? branch.items
      : (own(branch.properties, String(step)) ??
        (typeof branch.additionalProperties === 'object' ? branch.additionalProperties : undefined));
  return child && followed(child);
}

/** The schema that holds for `value`: the `oneOf` branch whose const discriminant it has, else `schema` itself. */
export function branchOf(schema: Schema, value: unknown): Schema {
  const key = schema.discriminator?.propertyName;
  if (key === undefined || schema.oneOf === undefined) return schema;
  const tag =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return (
    schema.oneOf.map(followed).find((branch) => branch.properties?.[key]?.const === tag) ??
    followed(schema.oneOf[0]!)
  );
}

/** Chinese and English words of a schema's title. */
export function wordsOf(schema: Schema): Words {
  return { zh: schema.title ?? '', en: schema['x-en'] ?? schema.title ?? '' };
}

/** Words of an enumerated value of `schema`; the value itself where the schema names none. */
export function labelOf(schema: Schema, value: string): Words {
  return own(schema['x-labels'], value) ?? { zh: value, en: value };
}

/** Drafts may hold keys and values such as `constructor`, which every object of the language knows. */
function own<V>(map: Record<string, V> | undefined, key: string): V | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

function childValue(value: unknown, step: string | number): unknown {
  if (Array.isArray(value) && typeof step === 'string')
    return value.find((element) => (element as { id?: unknown } | null)?.id === step);
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[step]
    : undefined;
}

function inherit(field: Field, schema: Schema): void {
  field.schema = schema;
  field.title = wordsOf(schema);
  if (schema.description === undefined) delete field.help;
  else field.help = schema.description;
  if (schema['x-risk'] !== undefined) field.risk = schema['x-risk'];
  if (schema['x-overlay'] !== undefined) field.overlay = schema['x-overlay'];
  if (schema['x-section'] !== undefined) field.section = schema['x-section'];
  if (schema['x-cites'] !== undefined) field.cites = schema['x-cites'];
  if (schema['x-element'] !== undefined) field.element = schema['x-element'];
}

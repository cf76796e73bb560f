import adoption from '../../schemas/adoption.json' with { type: 'json' };
import agency from '../../schemas/agency.json' with { type: 'json' };
import bundle from '../../schemas/bundle.json' with { type: 'json' };
import calendar from '../../schemas/calendar.json' with { type: 'json' };
import catalogue from '../../schemas/catalogue.json' with { type: 'json' };
import centre from '../../schemas/centre.json' with { type: 'json' };
import common from '../../schemas/common.json' with { type: 'json' };
import extension from '../../schemas/extension.json' with { type: 'json' };
import governance from '../../schemas/governance.json' with { type: 'json' };
import item from '../../schemas/item.json' with { type: 'json' };
import law from '../../schemas/law.json' with { type: 'json' };
import layer from '../../schemas/layer.json' with { type: 'json' };
import list from '../../schemas/list.json' with { type: 'json' };
import objection from '../../schemas/objection.json' with { type: 'json' };
import people from '../../schemas/people.json' with { type: 'json' };
import profile from '../../schemas/profile.json' with { type: 'json' };
import rule from '../../schemas/rule.json' with { type: 'json' };
import staff from '../../schemas/staff.json' with { type: 'json' };
import suppression from '../../schemas/suppression.json' with { type: 'json' };
import translation from '../../schemas/translation.json' with { type: 'json' };
import vocabulary from '../../schemas/vocabulary.json' with { type: 'json' };
import type { Cite } from './diagnostic.ts';

/** The kinds of file in a catalogue; each has the schema of the same name. */
export type FileKind =
  | 'item'
  | 'layer'
  | 'adoption'
  | 'law'
  | 'agency'
  | 'centre'
  | 'bundle'
  | 'calendar'
  | 'catalogue'
  | 'governance'
  | 'people'
  | 'suppression'
  | 'staff'
  | 'list'
  | 'rule'
  | 'objection'
  | 'profile'
  | 'translation'
  | 'extension';

/** Words of an enumerated value or a field. */
export interface Words {
  zh: string;
  en: string;
}

/** A JSON Schema (2020-12) with our policy keywords, as far as our own code reads it. */
export interface Schema {
  $id?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
  uniqueItems?: boolean;
  required?: string[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  prefixItems?: Schema[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
  discriminator?: { propertyName: string };
  'x-en'?: string;
  'x-labels'?: Record<string, Words>;
  'x-element'?: string;
  'x-cites'?: Cite[];
  'x-overlay'?: OverlayPolicy;
  'x-risk'?: Risk;
  'x-section'?: string;
  'x-ref'?: string;
  'x-key'?: string;
  'x-unit'?: string;
  /** Only in shapes that a catalogue has extended: the heading of the form's group in which the field stands. */
  'x-group'?: Words;
  /** Only in shapes that a catalogue has extended: the field is out of use. */
  'x-retired'?: true;
}

/** What a lower layer may do with a field. */
export interface OverlayPolicy {
  policy: 'fixed' | 'narrow' | 'local';
  /** `lower`: may go down; `subset`: elements may go; `allowed`: elements may come, those above stay. */
  by?: 'lower' | 'subset' | 'allowed';
  /** Values from the least demanding upward; one that is not listed demands more than all that are. */
  order?: unknown[];
  /** The number that a level means by saying nothing. */
  absent?: number;
  /** What an element of the list does not say is said beside the list. */
  beside?: true;
}

/** Whether a change touches what the law binds. */
export type Risk = 'plain' | 'legal';

/** The built-in schema of each file kind. */
export const schemas: Readonly<Record<FileKind, Schema>> = {
  item: item as unknown as Schema, // TypeScript cannot compare a literal of this depth
  layer: layer as Schema,
  adoption: adoption as Schema,
  law: law as Schema,
  agency: agency as Schema,
  centre: centre as Schema,
  bundle: bundle as unknown as Schema,
  calendar: calendar as Schema,
  catalogue: catalogue as Schema,
  governance: governance as Schema,
  people: people as unknown as Schema,
  rule: rule as unknown as Schema,
  suppression: suppression as unknown as Schema,
  staff: staff as Schema,
  list: list as Schema,
  objection: objection as Schema,
  profile: profile as Schema,
  translation: translation as Schema,
  extension: extension as unknown as Schema,
};

/** Definitions that the schemas share, and the schema of our own keywords. */
export const commonSchema: Schema = common as Schema;
export const vocabularySchema: Schema = vocabulary as unknown as Schema;

const byId = new Map<string, Schema>([...Object.values(schemas), commonSchema].map((s) => [s.$id!, s]));
const base = 'https://schemas.guicheng.example/';

/**
 * The schema that a `$ref` of our schemas names: `common.json#/$defs/limit`, or `#/…` inside `common.json`.
 * @throws Error when nothing stands there, which is a fault of the schemas.
 */
export function resolveRef(ref: string): Schema {
  const [file = '', fragment = ''] = ref.split('#');
  let here: unknown = byId.get(file === '' ? commonSchema.$id! : file.startsWith(base) ? file : base + file);
  for (const step of fragment.split('/').slice(1))
    here = (here as Record<string, unknown> | undefined)?.[step];
  if (here === undefined) throw new Error(`No schema at ${ref}`);
  return here as Schema;
}

const followedSchemas = new WeakMap<Schema, Schema>();

/** `schema` with its reference followed; keywords beside the `$ref` win over those it names. */
export function followed(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  let whole = followedSchemas.get(schema);
  if (whole === undefined) {
    const { $ref, ...beside } = schema;
    whole = { ...followed(resolveRef($ref)), ...beside };
    followedSchemas.set(schema, whole);
  }
  return whole;
}

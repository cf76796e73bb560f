import { builtInShape, type CatalogueShape } from './catalogueShape.ts';
import { formGroups } from './formGroups.ts';
import type { ExtensionFile } from './generated/schemas.ts';
import type { Draft } from './item.ts';
import { followed, type OverlayPolicy, type Schema, type Words } from './schemas.ts';

type Added = NonNullable<Draft<ExtensionFile>['fields']>[number];
type Changed = NonNullable<Draft<ExtensionFile>['changes']>[number];

/** A field that an extension adds, as far as it can be used. */
export interface AddedField {
  said: Added;
  /** The group of fields in which it stands; `*` is any element of a list. */
  holder: readonly string[];
  key: string;
  /** What it may hold. */
  schema: Schema;
}

/** Keys of added fields; no field of the product will ever begin like this. */
const addedKey = /^x-[a-z][a-z0-9-]{0,40}$/;

const known = new WeakMap<Draft<ExtensionFile>, CatalogueShape>();
const addedFields = new WeakMap<CatalogueShape, readonly AddedField[]>();

/**
 * The shape of a catalogue with what `extension` says; the built-in one where there is none. The same extension
 * always gives the same shape. What cannot be used (a place that items have not, a key twice, a change that would
 * loosen) is left out; `extensionProblems` of the check names it.
 */
export function extendedShape(extension: Draft<ExtensionFile> | undefined): CatalogueShape {
  if (extension === undefined) return builtInShape;
  let shape = known.get(extension);
  if (shape === undefined) known.set(extension, (shape = made(extension)));
  return shape;
}

/** The fields that the catalogue of `shape` adds to its items, in the order of its extension, retired ones too. */
export function addedFieldsOf(shape: CatalogueShape): readonly AddedField[] {
  return addedFields.get(shape) ?? [];
}

const published = new WeakMap<CatalogueShape, Schema>();

/** The item's schema in `shape` without the built-in fields that are out of use: what readers are told. */
export function publishedItem(shape: CatalogueShape): Schema {
  let schema = published.get(shape);
  if (schema === undefined) {
    schema = shape.schemas.item;
    for (const { path } of shape.extension?.changes ?? []) {
      const steps = stepsOfPlace(path);
      schema = at(schema, steps.slice(0, -1), (group) => withoutRetired(group, steps.at(-1))) ?? schema;
    }
    published.set(shape, schema);
  }
  return schema;
}

function withoutRetired(group: Schema, key: string | undefined): Schema | undefined {
  const { properties = {} } = group;
  if (key === undefined || !Object.hasOwn(properties, key)) return undefined;
  const { [key]: field, ...others } = properties;
  return field?.['x-retired'] === true ? { ...group, properties: others } : undefined;
}

/** `materials.list.*` as steps; the root of an item where nothing is said. */
export function stepsOfPlace(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split('.');
}

function made(extension: Draft<ExtensionFile>): CatalogueShape {
  let item = builtInShape.schemas.item;
  const added: AddedField[] = [];
  for (const said of extension.changes ?? [])
    item = at(item, stepsOfPlace(said.path), (field, holder) => tightened(field, holder, said)) ?? item;
  for (const said of extension.changes ?? [])
    if (said.required === true) item = demanding(item, said) ?? item;
  for (const said of extension.fields ?? []) {
    const schema = schemaOfAdded(said);
    const { key = '' } = said;
    if (schema === undefined || !addedKey.test(key)) continue;
    const holder = stepsOfPlace(said.at);
    const extended = at(item, holder, (group) => withField(group, key, schema, said));
    if (extended === undefined) continue;
    item = extended;
    added.push({ said, holder, key, schema });
  }
  const { layout } = extension;
  for (const place of new Set(layout?.map((group) => group.at ?? '')))
    item = at(item, stepsOfPlace(place), (schema) => arranged(schema, layout, place)) ?? item;
  const shape: CatalogueShape = { schemas: { ...builtInShape.schemas, item }, extension };
  addedFields.set(shape, added);
  return shape;
}

/**
 * `schema` with what `change` makes of the field at `steps`; `undefined` where there is no such field, `change` makes
 * nothing of it, or the way leads through a value of one of several kinds, whose fields belong to each kind.
 */
function at(
  schema: Schema,
  steps: readonly string[],
  change: (field: Schema, holder?: Schema) => Schema | undefined,
  holder?: Schema,
): Schema | undefined {
  const whole = followed(schema);
  const [step, ...rest] = steps;
  if (step === undefined) return change(whole, holder);
  if (whole.oneOf !== undefined) return undefined;
  if (step === '*') {
    const items = whole.items && at(whole.items, rest, change, whole);
    return items && { ...whole, items };
  }
  const { properties } = whole;
  if (properties === undefined || !Object.hasOwn(properties, step)) return undefined;
  const child = at(properties[step]!, rest, change, whole);
  return child && { ...whole, properties: { ...properties, [step]: child } };
}

/** Whether fields may be added to what `schema` describes: a group of named fields that is always of one kind. */
export function takesFields(schema: Schema): boolean {
  return (
    schema.properties !== undefined && schema.oneOf === undefined && schema.additionalProperties === false
  );
}

function withField(group: Schema, key: string, field: Schema, said: Added): Schema | undefined {
  if (!takesFields(group) || Object.hasOwn(group.properties!, key)) return undefined;
  const required = said.required === true && said.retired === undefined;
  return {
    ...group,
    properties: { ...group.properties, [key]: field },
    ...(required && { required: [...(group.required ?? []), key] }),
  };
}

const overlays: Record<NonNullable<Added['overlay']>, OverlayPolicy> = {
  fixed: { policy: 'fixed' },
  local: { policy: 'local' },
  lower: { policy: 'narrow', by: 'lower' },
  subset: { policy: 'narrow', by: 'subset' },
  allowed: { policy: 'narrow', by: 'allowed' },
};

/** The schema of an added field; `undefined` where what it says is not enough for one. */
function schemaOfAdded(said: Added): Schema | undefined {
  const values = valuesOf(said);
  if (values === undefined) return undefined;
  const cites = (said.cites ?? []).flatMap(({ law, article, paragraph }) =>
    law === undefined
      ? []
      : [{ law, ...(article !== undefined && { article }), ...(paragraph !== undefined && { paragraph }) }],
  );
  const zh = said.title?.zh ?? said.key ?? '';
  const title = { title: zh, 'x-en': said.title?.en ?? zh };
  return {
    ...values,
    // A finding about an element names the list.
    ...(values.items && { items: { ...values.items, ...title } }),
    ...title,
    ...(said.help?.zh !== undefined && { description: said.help.zh }),
    ...(said.risk !== undefined && { 'x-risk': said.risk }),
    ...(said.overlay !== undefined && { 'x-overlay': overlays[said.overlay] }),
    ...(said.section !== undefined && said.section !== 'none' && { 'x-section': said.section }),
    ...(cites.length > 0 && { 'x-cites': cites }),
    ...(said.retired !== undefined && { 'x-retired': true as const }),
  };
}

const date = followed({ $ref: 'common.json#/$defs/date' });
const url = followed({ $ref: 'common.json#/$defs/url' });

/** Characters of a text with a pattern. */
const longestMatched = 2000;

/** What the values of an added field may be. */
function valuesOf(said: Added): Schema | undefined {
  const { type, min, max, pattern } = said;
  // A pattern looks at every character, so what has one has an end.
  const most = pattern === undefined ? max : Math.min(max ?? longestMatched, longestMatched);
  const length = { minLength: min ?? 1, ...(most !== undefined && { maxLength: most }) };
  const count = { minItems: min ?? 1, ...(max !== undefined && { maxItems: max }) };
  switch (type) {
    case 'text':
      // A text without a pattern is edited as a paragraph, which this is not.
      return { type: 'string', ...length, pattern: pattern ?? '^[^\\r\\n]*$' };
    case 'paragraph':
      return { type: 'string', ...length, ...(pattern !== undefined && { pattern }) };
    case 'texts':
      return {
        type: 'array',
        ...count,
        items: {
          type: 'string',
          minLength: 1,
          ...(pattern !== undefined && { pattern, maxLength: longestMatched }),
        },
      };
    case 'number':
    case 'integer':
      return { type, ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) };
    case 'boolean':
      return { type };
    case 'date':
      return { type: 'string', pattern: date.pattern!, description: date.description! };
    case 'link':
      return { type: 'string', pattern: url.pattern!, description: url.description! };
    case 'choice':
      return optionsOf(said);
    case 'choices': {
      const items = optionsOf(said);
      return items && { type: 'array', ...count, uniqueItems: true, items };
    }
    case 'law':
    case 'agency':
    case 'window':
    case 'item':
    case 'file':
      return { type: 'string', minLength: 1, 'x-ref': type };
    case undefined:
      return undefined;
  }
}

function optionsOf({ options }: Added): Schema | undefined {
  const labels: [string, Words][] = (options ?? []).flatMap(({ value, zh, en }) =>
    value === undefined ? [] : [[value, { zh: zh ?? value, en: en ?? zh ?? value }]],
  );
  if (labels.length === 0) return undefined;
  return { type: 'string', enum: labels.map(([value]) => value), 'x-labels': Object.fromEntries(labels) };
}

/** A built-in field with other words and more demands; what would loosen it is left as it is. */
function tightened(field: Schema, holder: Schema | undefined, said: Changed): Schema | undefined {
  if (holder === undefined) return undefined;
  const kept = field.enum?.filter((value) => said.options?.includes(String(value)) === true) ?? [];
  return {
    ...field,
    ...(said.title?.zh !== undefined && { title: said.title.zh, 'x-en': said.title.en ?? said.title.zh }),
    ...(said.help?.zh !== undefined && { description: said.help.zh }),
    ...(said.risk === 'legal' && { 'x-risk': 'legal' as const }),
    ...(said.options !== undefined && kept.length > 0 && { enum: kept }),
    ...(said.retired !== undefined && mayRetire(said, holder) && { 'x-retired': true as const }),
  };
}

/** Whether a built-in field may go out of use: one that the schema asks for may not. */
export function mayRetire({ path }: Changed, holder: Schema): boolean {
  return holder.required?.includes(stepsOfPlace(path).at(-1)!) !== true;
}

/** `item` with the field that `said` names among those that its group must have. */
function demanding(item: Schema, said: Changed): Schema | undefined {
  const steps = stepsOfPlace(said.path);
  const key = steps.at(-1);
  if (key === undefined || key === '*' || said.retired !== undefined) return undefined;
  return at(item, steps.slice(0, -1), (group) =>
    group.properties === undefined || !Object.hasOwn(group.properties, key)
      ? undefined
      : { ...group, required: [...new Set([...(group.required ?? []), key])] },
  );
}

/** `schema` with its fields in the groups that `layout` has for the object at `place`. */
function arranged(schema: Schema, layout: Draft<ExtensionFile>['layout'], place: string): Schema | undefined {
  const { properties } = schema;
  if (properties === undefined) return undefined;
  const fields = formGroups(Object.keys(properties), layout, place).flatMap(({ title, keys }) =>
    keys.map((key): [string, Schema] => [
      key,
      title === undefined ? properties[key]! : { ...properties[key]!, 'x-group': title },
    ]),
  );
  return { ...schema, properties: Object.fromEntries(fields) };
}

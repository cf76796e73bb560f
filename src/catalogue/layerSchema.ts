import { builtInShape, type CatalogueShape } from '../model/catalogueShape.ts';
import { followed, schemas, type FileKind, type Schema } from '../model/schemas.ts';

/** What a layer writes to take an element of the level above out of a keyed list. */
export const removeKey = '$remove';

const layerSchemas = new WeakMap<CatalogueShape, Schema>();
const ruleSchemas = new WeakMap<CatalogueShape, Schema>();

/**
 * The schema of a layer file: the fields of an item under `overlay`, with nothing required, and `$remove: true`
 * allowed in the elements of keyed lists. What a layer leaves unsaid, the levels above say.
 */
export function layerSchema(shape = builtInShape): Schema {
  let derived = layerSchemas.get(shape);
  if (derived === undefined) {
    derived = {
      ...schemas.layer,
      properties: {
        ...schemas.layer.properties,
        overlay: { ...schemas.layer.properties!['overlay'], ...relaxed(overlayBase(shape)) },
      },
    };
    layerSchemas.set(shape, derived);
  }
  return derived;
}

/** The schema of a rule that a catalogue writes: the items of its cases say as little as the case needs. */
function ruleSchema(shape: CatalogueShape): Schema {
  const known = ruleSchemas.get(shape);
  if (known !== undefined) return known;
  const { cases, ...properties } = schemas.rule.properties!;
  const withItem = (schema: Schema): Schema => {
    const { item, ...others } = schema.items!.properties!;
    return {
      ...schema,
      items: {
        ...schema.items,
        properties: { ...others, item: { ...item, ...relaxed(overlayBase(shape)) } },
      },
    };
  };
  const { good, bad } = cases!.properties!;
  const derived: Schema = {
    ...schemas.rule,
    properties: {
      ...properties,
      cases: { ...cases, properties: { good: withItem(good!), bad: withItem(bad!) } },
    },
  };
  ruleSchemas.set(shape, derived);
  return derived;
}

/**
 * The schema by which a file of `kind` is read and judged by itself. Items, layers and the cases of rules have the
 * fields of the catalogue's `shape`; for files of other kinds the built-in one is right.
 */
export function schemaOf(kind: FileKind, shape = builtInShape): Schema {
  return kind === 'layer' ? layerSchema(shape) : kind === 'rule' ? ruleSchema(shape) : shape.schemas[kind];
}

/** The item's schema without what identifies the item: that stands beside `overlay`. */
function overlayBase(shape: CatalogueShape): Schema {
  const { $id: _id, title: _title, description: _description, ...item } = shape.schemas.item;
  const { id: _identifier, sample: _sample, ...properties } = item.properties!;
  return { ...item, properties };
}

function relaxed(schema: Schema): Schema {
  const whole = followed(schema);
  // A value of one of several kinds is replaced as a whole, so it must be whole.
  if (whole.oneOf !== undefined || whole.properties === undefined) {
    if (whole.type !== 'array' || whole.items === undefined) return whole;
    const { minItems: _minItems, ...list } = whole;
    return whole['x-key'] === undefined
      ? list
      : { ...list, items: relaxedElement(whole.items, whole['x-key']) };
  }
  const { required: _required, if: _if, then: _then, else: _else, minProperties: _min, ...rest } = whole;
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(whole.properties).map(([key, child]) => [key, relaxed(child)]),
    ),
  };
}

function relaxedElement(schema: Schema, key: string): Schema {
  const element = relaxed(schema);
  return {
    ...element,
    properties: {
      ...element.properties,
      [removeKey]: { title: '去掉', 'x-en': 'Remove', const: true, type: 'boolean' },
    },
    required: [key],
  };
}

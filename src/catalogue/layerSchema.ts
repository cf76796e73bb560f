import { followed, schemas, type FileKind, type Schema } from '../model/schemas.ts';

/** What a layer writes to take an element of the level above out of a keyed list. */
export const removeKey = '$remove';

let derived: Schema | undefined;
let derivedRule: Schema | undefined;

/**
 * The schema of a layer file: the fields of an item under `overlay`, with nothing required, and `$remove: true`
 * allowed in the elements of keyed lists. What a layer leaves unsaid, the levels above say.
 */
export function layerSchema(): Schema {
  derived ??= {
    ...schemas.layer,
    properties: {
      ...schemas.layer.properties,
      overlay: { ...schemas.layer.properties!['overlay'], ...relaxed(overlayBase()) },
    },
  };
  return derived;
}

/** The schema of a rule that a catalogue writes: the items of its cases say as little as the case needs. */
function ruleSchema(): Schema {
  if (derivedRule !== undefined) return derivedRule;
  const { cases, ...properties } = schemas.rule.properties!;
  const withItem = (schema: Schema): Schema => {
    const { item, ...others } = schema.items!.properties!;
    return {
      ...schema,
      items: { ...schema.items, properties: { ...others, item: { ...item, ...relaxed(overlayBase()) } } },
    };
  };
  const { good, bad } = cases!.properties!;
  derivedRule = {
    ...schemas.rule,
    properties: {
      ...properties,
      cases: { ...cases, properties: { good: withItem(good!), bad: withItem(bad!) } },
    },
  };
  return derivedRule;
}

/** The schema by which a file of `kind` is read and judged by itself. */
export function schemaOf(kind: FileKind): Schema {
  return kind === 'layer' ? layerSchema() : kind === 'rule' ? ruleSchema() : schemas[kind];
}

/** The item's schema without what identifies the item: that stands beside `overlay`. */
function overlayBase(): Schema {
  const { $id: _id, title: _title, description: _description, ...item } = schemas.item;
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

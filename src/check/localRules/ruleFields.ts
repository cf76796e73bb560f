import { builtInShape, type CatalogueShape } from '../../model/catalogueShape.ts';
import { labelOf, wordsOf } from '../../model/field.ts';
import { followed, type Schema, type Words } from '../../model/schemas.ts';
import { fieldSchema, stepsOf } from './fieldPath.ts';
import { kindOf, type Kind } from './ruleProblems.ts';

/** A field that a rule may name, for who offers a choice of it. */
export interface RuleField {
  /** As a rule writes it: `limits.promised`, from the element that the rule looks at or from the item. */
  field: string;
  /** Its title after those of the groups it stands in. */
  title: Words;
  kind: Kind;
  schema: Schema;
  /** Of a list of texts and the like, the schema of one of them. */
  single: Schema;
}

const deepest = 6;

/**
 * All fields of `shape` of the elements at `element` (`materials.list.*`), or of the item where there is none. What stands inside
 * the elements of a list has no place of its own and is none of them; the list itself is.
 */
export function ruleFields(element?: string, shape = builtInShape): RuleField[] {
  const above = element === undefined ? [] : stepsOf(element);
  const found: RuleField[] = [];
  walk({ above, shape }, [], { zh: '', en: '' }, (steps, title, schema) => {
    const kind = kindOf(schema);
    const single = kind === 'list' ? (fieldSchema([...above, ...steps, '*'], shape) ?? schema) : schema;
    found.push({ field: steps.join('.'), title, kind, schema, single });
    // A period is compared as one.
    return kind !== 'days' && kind !== 'list';
  });
  return found;
}

/** The lists of an item whose elements a rule may look at one by one, by the path of their elements. */
export function ruleLists(shape = builtInShape): { each: string; title: Words }[] {
  const found: { each: string; title: Words }[] = [];
  const visit = (above: readonly string[], titles: Words): void =>
    walk({ above, shape }, [], titles, (steps, title, schema) => {
      if (kindOf(schema) !== 'list') return kindOf(schema) === 'group';
      const each = [...above, ...steps, '*'];
      const element = fieldSchema(each, shape);
      if (element !== undefined && (element.properties !== undefined || element.oneOf !== undefined)) {
        found.push({ each: each.join('.'), title });
        if (each.length <= deepest) visit(each, title);
      }
      return false;
    });
  visit([], { zh: '', en: '' });
  return found;
}

/** Words of a value of a field, where the schema has some. */
export function valueWords({ single }: Pick<RuleField, 'single'>, value: unknown): Words {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  return labelOf(single, String(value));
}

/** Where a walk begins, in the items of a catalogue. */
interface From {
  above: readonly string[];
  shape: CatalogueShape;
}
type Visit = (steps: readonly string[], title: Words, schema: Schema) => boolean;

/** Calls `visit` for each field below, which answers whether to go into it. */
function walk(from: From, steps: readonly string[], titles: Words, visit: Visit): void {
  const { above, shape } = from;
  if (steps.length >= deepest) return;
  const whole = fieldSchema([...above, ...steps], shape);
  if (whole === undefined) return;
  for (const key of keysOf(whole)) {
    const child = fieldSchema([...above, ...steps, key], shape);
    if (child === undefined) continue;
    const own = wordsOf(child);
    const title = { zh: joined(titles.zh, own.zh || key), en: joined(titles.en, own.en || key) };
    if (visit([...steps, key], title, child)) walk(from, [...steps, key], title, visit);
  }
}

/** Keys of a group; of one of several kinds, those of any. */
function keysOf(schema: Schema): string[] {
  const all = [schema, ...(schema.oneOf ?? []).map(followed)];
  return [...new Set(all.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

function joined(before: string, title: string): string {
  return before === '' ? title : `${before} · ${title}`;
}

import type { CatalogueShape } from '../../model/catalogueShape.ts';
import { valueAt, type Path } from '../../model/path.ts';
import type { Schema } from '../../model/schemas.ts';
import { budget } from '../localRules/condition.ts';
import { elementsAt } from '../localRules/fieldPath.ts';
import { compilePattern, type Pattern } from '../localRules/pattern.ts';
import { demandsOf } from './demands.ts';
import { isOf, limited, type SchemaError } from './scalar.ts';

/**
 * What an item breaks of that which its catalogue adds to the built-in schemas, which `validatorOf` judges. The item
 * stands at `root` of `value`, `*` being any element; `demands` says whether it has to have what is required.
 */
export function extensionErrors(
  shape: CatalogueShape,
  { value, root, demands }: { value: unknown; root: readonly string[]; demands: boolean },
): SchemaError[] {
  const left = { left: 10 * budget };
  const found: SchemaError[] = [];
  for (const { holder, key, schema, isRetired, isRequired } of demandsOf(shape))
    for (const { path, value: group } of elementsAt(value, [...root, ...holder])) {
      if (typeof group !== 'object' || group === null) continue;
      const at = [...path, key];
      const here = valueAt(group, [key]);
      if (here === undefined) {
        // A group that says there is none of it has no fields to fill in.
        if (
          demands &&
          !Object.hasOwn(group, 'none') &&
          isRequired?.({ item: value, element: group, budget: left }) === true
        )
          found.push({ keyword: 'required', params: { missingProperty: key }, path: at });
        continue;
      }
      if (isRetired) found.push({ keyword: 'retired', params: {}, path: at });
      else if (schema !== undefined) found.push(...valueErrors(schema, here, { path: at, left }));
      if (left.left < 0)
        return [...found, { keyword: 'unjudged', params: {}, path: root.length === 1 ? root : [] }];
    }
  return found;
}

const patterns = new WeakMap<Schema, Pattern | undefined>();

function patternOf(schema: Schema): Pattern | undefined {
  if (!patterns.has(schema)) {
    const compiled = compilePattern(schema.pattern ?? '');
    patterns.set(schema, compiled.kind === 'pattern' ? compiled : undefined);
  }
  return patterns.get(schema);
}

/** What the value of an added field breaks of its `schema`. */
export function addedValueErrors(schema: Schema, value: unknown, path: Path): SchemaError[] {
  return valueErrors(schema, value, { path, left: { left: budget } });
}

/** What `value` breaks of `schema`, as far as the schemas of added fields go: one error of a value, and those of elements. */
function valueErrors(
  schema: Schema,
  value: unknown,
  { path, left }: { path: Path; left: { left: number } },
): SchemaError[] {
  const wrong = (keyword: string, params: Record<string, unknown> = {}): SchemaError[] => [
    { keyword, params, path },
  ];
  if (schema.type !== undefined && !isOf(schema.type, value)) return wrong('type', { type: schema.type });
  if (schema.enum !== undefined && !schema.enum.includes(value)) return wrong('enum');
  left.left--;
  if (typeof value === 'number') return limited(value, ['minimum', 'maximum'], schema, wrong);
  if (typeof value === 'string') {
    const broken = limited([...value].length, ['minLength', 'maxLength'], schema, wrong);
    if (broken.length > 0 || schema.pattern === undefined) return broken;
    const pattern = patternOf(schema);
    left.left -= value.length * (pattern?.size ?? 0);
    if (pattern === undefined || left.left < 0) return [];
    return pattern.test(value) ? [] : wrong('pattern');
  }
  if (!Array.isArray(value)) return [];
  const broken = limited(value.length, ['minItems', 'maxItems'], schema, wrong);
  if (schema.uniqueItems === true && new Set(value).size < value.length) broken.push(...wrong('uniqueItems'));
  const { items } = schema;
  if (items !== undefined)
    for (const [i, element] of value.entries())
      broken.push(...valueErrors(items, element, { path: [...path, i], left }));
  return broken;
}

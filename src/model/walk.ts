import { branchOf } from './field.ts';
import type { Path } from './path.ts';
import { followed, type Schema } from './schemas.ts';

/**
 * Visits every entry of `value` that `schema` describes, parents first. Entries unknown to the schema, or of
 * another type than it says, are passed over: the schema check speaks of those.
 */
export function walkFields(
  schema: Schema,
  value: unknown,
  visit: (path: Path, schema: Schema, value: unknown) => void,
  path: Path = [],
): void {
  const whole = branchOf(followed(schema), value);
  visit(path, whole, value);
  if (Array.isArray(value)) {
    if (whole.items === undefined) return;
    for (const [i, element] of value.entries()) walkFields(whole.items, element, visit, [...path, i]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      const child =
        whole.properties?.[key] ??
        (typeof whole.additionalProperties === 'object' ? whole.additionalProperties : undefined);
      if (child !== undefined) walkFields(child, entry, visit, [...path, key]);
    }
  }
}

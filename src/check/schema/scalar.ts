import type { Path } from '../../model/path.ts';
import type { Schema } from '../../model/schemas.ts';

/** What is wrong at `path`, by a keyword of JSON Schema; besides `retired`, and `unjudged` where it is too much to judge. */
export interface SchemaError {
  keyword: string;
  params: Record<string, unknown>;
  path: Path;
}

type Limit = 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems';

/** The limit of `schema` that `measure`, a number or a length, breaks; `wrong` makes the error. */
export function limited(
  measure: number,
  [low, high]: readonly [Limit, Limit],
  schema: Schema,
  wrong: (keyword: string, params: Record<string, unknown>) => SchemaError[],
): SchemaError[] {
  const [least, most] = [schema[low], schema[high]];
  if (least !== undefined && measure < least) return wrong(low, { limit: least });
  return most !== undefined && measure > most ? wrong(high, { limit: most }) : [];
}

/** Whether `value` is of a JSON Schema `type`. */
export function isOf(type: string | string[], value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'array':
      return Array.isArray(value);
    default:
      return typeof value === type;
  }
}

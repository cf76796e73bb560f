import type { Path } from '../../model/path.ts';
import { followed, type Schema } from '../../model/schemas.ts';

/** Tells a value and where it stands; the path is made only when asked for, since most values are in order. */
export type See = (value: unknown, path: () => Path) => void;

/** What of a value is looked at: only what leads to a wanted field. */
interface Plan {
  wanted: boolean;
  properties: readonly (readonly [string, Plan])[];
  items: Plan | undefined;
}

/**
 * A walk over the values of `schema` that stand in fields whose schema is `wanted`, in the order of the schema. The
 * schema is read once, and each value is walked once however many rules ask of it one after the other; a path is
 * found again only when somebody has something to say of it.
 */
export function eachField(schema: Schema, wanted: (field: Schema, key: string) => boolean) {
  const plan = planOf(schema, '', wanted);
  // The last one is all that is kept: of thousands of items none is asked about again once its rules have run.
  let last: { value: object; found: readonly unknown[] } | undefined;
  return (value: unknown, see: See): void => {
    if (plan === undefined || typeof value !== 'object' || value === null) return;
    if (last?.value !== value) last = { value, found: valuesIn(value, plan) };
    const { found } = last;
    for (let i = 0; i < found.length; i++) see(found[i], () => pathOf(value, plan, i));
  };
}

function valuesIn(value: unknown, plan: Plan): unknown[] {
  const found: unknown[] = [];
  collect(value, plan, found);
  return found;
}

/** As `walk`, without places. */
function collect(value: unknown, plan: Plan, into: unknown[]): void {
  if (plan.wanted) into.push(value);
  if (Array.isArray(value)) {
    if (plan.items === undefined) return;
    for (let i = 0; i < value.length; i++) collect(value[i], plan.items, into);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { properties } = plan;
  for (let i = 0; i < properties.length; i++) {
    const [key, child] = properties[i]!;
    const under = (value as Record<string, unknown>)[key];
    if (under !== undefined) collect(under, child, into);
  }
}

/** Path of the value number `wanted`, from 0, of those that `plan` finds. */
function pathOf(value: unknown, plan: Plan, wanted: number): Path {
  let path: Path = [];
  let number = 0;
  walk(value, plan, [], (_, at) => {
    if (number++ === wanted) path = [...at];
  });
  return path;
}

function planOf(
  schema: Schema,
  key: string,
  wanted: (field: Schema, key: string) => boolean,
): Plan | undefined {
  const field = followed(schema);
  const properties = new Map<string, Plan>();
  for (const branch of [field, ...(field.oneOf ?? []).map(followed)])
    for (const [name, child] of Object.entries(branch.properties ?? {})) {
      const plan = planOf(child, name, wanted);
      if (plan !== undefined && !properties.has(name)) properties.set(name, plan);
    }
  const items = field.items && planOf(field.items, key, wanted);
  const itself = wanted(field, key);
  return itself || items !== undefined || properties.size > 0
    ? { wanted: itself, properties: [...properties], items }
    : undefined;
}

function walk(
  value: unknown,
  plan: Plan,
  at: (string | number)[],
  see: (value: unknown, at: readonly (string | number)[]) => void,
): void {
  if (plan.wanted) see(value, at);
  if (Array.isArray(value)) {
    if (plan.items === undefined) return;
    for (let i = 0; i < value.length; i++) {
      at.push(i);
      walk(value[i], plan.items, at, see);
      at.pop();
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of plan.properties) {
    const under = (value as Record<string, unknown>)[key];
    if (under === undefined) continue;
    at.push(key);
    walk(under, child, at, see);
    at.pop();
  }
}

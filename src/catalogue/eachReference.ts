import { builtInShape } from '../model/catalogueShape.ts';
import type { Path } from '../model/path.ts';
import { followed, type FileKind, type Schema } from '../model/schemas.ts';
import { schemaOf } from './layerSchema.ts';

/** Told of a text in a field with `x-ref`; the path is made only when asked for, as most references lead somewhere. */
export type SeeReference = (text: string, field: Schema, path: () => Path) => void;

/** What of a schema leads to references: each schema is looked at once, so that a walk visits little else. */
interface Plan {
  /** The field itself, where it has `x-ref`. */
  field: Schema | undefined;
  properties: [string, Plan][];
  rest: Plan | undefined;
  items: Plan | undefined;
  /** Plans by the value of `discriminant`, of a schema that is one of several. */
  branches: { discriminant: string; by: Map<unknown, Plan> } | undefined;
}

const plans = new WeakMap<Schema, Plan | null>();

/** Calls `see` with every reference that `value`, a file of `kind`, makes by a text, in the order of its schema. */
export function eachReference(kind: FileKind, value: unknown, see: SeeReference, shape = builtInShape): void {
  const plan = planOf(schemaOf(kind, shape));
  const at: (string | number)[] = [];
  if (plan !== null) walk(value, plan, at, see, () => [...at]);
}

/** `null` where nothing below `schema` is a reference. */
function planOf(schema: Schema): Plan | null {
  const known = plans.get(schema);
  if (known !== undefined) return known;
  const whole = followed(schema);
  const plan: Plan = {
    field: whole['x-ref'] === undefined ? undefined : whole,
    properties: [],
    rest: undefined,
    items: undefined,
    branches: undefined,
  };
  // A schema that stands within itself finds its plan begun.
  plans.set(schema, plan);
  for (const [key, child] of Object.entries(whole.properties ?? {})) {
    const below = planOf(child);
    if (below !== null) plan.properties.push([key, below]);
  }
  if (typeof whole.additionalProperties === 'object')
    plan.rest = planOf(whole.additionalProperties) ?? undefined;
  if (whole.items !== undefined) plan.items = planOf(whole.items) ?? undefined;
  const discriminant = whole.discriminator?.propertyName;
  if (discriminant !== undefined) {
    const branches = (whole.oneOf ?? []).map(followed).map((branch) => [branch, planOf(branch)] as const);
    const by = new Map(
      branches.flatMap(([branch, below]) =>
        below === null ? [] : [[branch.properties?.[discriminant]?.const, below] as const],
      ),
    );
    if (by.size > 0) plan.branches = { discriminant, by };
  }
  const leads =
    plan.field !== undefined ||
    plan.properties.length > 0 ||
    plan.rest !== undefined ||
    plan.items !== undefined ||
    plan.branches !== undefined;
  if (!leads) plans.set(schema, null);
  return leads ? plan : null;
}

function walk(
  value: unknown,
  plan: Plan,
  at: (string | number)[],
  see: SeeReference,
  path: () => Path,
): void {
  if (typeof value === 'string') {
    if (plan.field !== undefined) see(value, plan.field, path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (plan.items === undefined) return;
    for (let i = 0; i < value.length; i++) {
      at.push(i);
      walk(value[i], plan.items, at, see, path);
      at.pop();
    }
    return;
  }
  const map = value as Record<string, unknown>;
  const { properties } = plan;
  for (let i = 0; i < properties.length; i++) {
    const [key, below] = properties[i]!;
    const under = map[key];
    if (under === undefined) continue;
    at.push(key);
    walk(under, below, at, see, path);
    at.pop();
  }
  if (plan.rest !== undefined)
    for (const key of Object.keys(map)) {
      if (plan.properties.some(([named]) => named === key)) continue;
      at.push(key);
      walk(map[key], plan.rest, at, see, path);
      at.pop();
    }
  const branch = plan.branches?.by.get(map[plan.branches.discriminant]);
  if (branch !== undefined) walk(value, branch, at, see, path);
}

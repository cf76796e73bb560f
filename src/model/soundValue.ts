import { recurs } from './recurringValues.ts';
import { followed, type Schema } from './schemas.ts';

/**
 * `value` without what has another type than `schema` says, at any depth, so that code written for the type can
 * read a draft. Nothing is converted; what is missing stays missing, unknown fields go. `undefined` where the
 * value itself has the wrong type. What is sound throughout is given back as it is and not copied.
 */
export function soundValue(schema: Schema, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && lasting.get(value) === schema) return value;
  return soundBy(planOf(schema), value);
}

/** Values that are sound for good, with the schema. */
const lasting = new WeakMap<object, Schema>();

/**
 * As `soundValue`, of a value that nobody will change, such as that of a file: what comes of it is known to be sound, and
 * so are entries that it has in common with others.
 */
export function soundForGood(schema: Schema, value: unknown): unknown {
  const sound = soundBy(planOf(schema), value, true);
  if (typeof sound === 'object' && sound !== null) lasting.set(sound, schema);
  return sound;
}

/** What a schema says of types, read once for all values. */
interface Plan {
  /** Types that may stand here, a bit each of `bits`; all where the schema names none. */
  types: number;
  /** Plans of the entries that are named; `undefined` where entries are taken as they are. */
  properties: Map<string, Plan> | undefined;
  /** The plan of all other entries. */
  rest: Plan | undefined;
  /** The plan of elements; `undefined` where they are taken as they are. */
  items: Plan | undefined;
  /** The plan that holds instead for a map with this value in its discriminant; `otherwise` for every other value. */
  branches: { discriminant: string; by: Map<unknown, Plan>; otherwise: Plan } | undefined;
}

const plans = new WeakMap<Schema, Plan>();

function planOf(schema: Schema): Plan {
  const known = plans.get(schema);
  if (known !== undefined) return known;
  const plan: Plan = {
    types: anyType,
    properties: undefined,
    rest: undefined,
    items: undefined,
    branches: undefined,
  };
  // Known before it is complete: a schema may hold itself.
  plans.set(schema, plan);
  const whole = followed(schema);
  plan.types = typesOf(whole);
  if (whole.type !== undefined) {
    plan.properties = new Map(
      Object.entries(whole.properties ?? {}).map(([name, child]) => [name, planOf(child)]),
    );
    if (typeof whole.additionalProperties === 'object') plan.rest = planOf(whole.additionalProperties);
    if (whole.items !== undefined) plan.items = planOf(whole.items);
  }
  const discriminant = whole.discriminator?.propertyName;
  const [first] = whole.oneOf ?? [];
  if (discriminant !== undefined && whole.oneOf !== undefined && first !== undefined) {
    // Of two branches with one tag the first counts.
    const by = new Map(
      whole.oneOf.toReversed().map((branch) => [tagOf(followed(branch), discriminant), planOf(branch)]),
    );
    plan.branches = { discriminant, by, otherwise: planOf(first) };
  }
  return plan;
}

function tagOf({ properties }: Schema, discriminant: string): unknown {
  return properties?.[discriminant]?.const;
}

const bits: Readonly<Record<string, number>> = {
  object: 1,
  array: 2,
  string: 4,
  number: 8,
  integer: 16,
  boolean: 32,
};
const anyType = 63;

/** The types by `type`, or the type of `const`. */
function typesOf({ type, const: only }: Schema): number {
  const said = type ?? (only === undefined ? undefined : typeof only);
  if (said === undefined) return anyType;
  return [said].flat().reduce((types, one) => types | (bits[one] ?? 0), 0);
}

function soundBy(general: Plan, value: unknown, isForGood = false): unknown {
  if (typeof value === 'object' && value !== null) {
    const plan = branchOf(general, value);
    const isList = Array.isArray(value);
    if ((plan.types & (isList ? bits.array! : bits.object!)) === 0) return undefined;
    if (isList) return plan.items === undefined ? value : soundList(plan.items, value);
    // It is an object and no array.
    return plan.properties === undefined
      ? value
      : soundMap(plan, value as Record<string, unknown>, isForGood);
  }
  const { branches } = general;
  const plan = branches === undefined ? general : (branches.by.get(undefined) ?? branches.otherwise);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    const types = Number.isInteger(value) ? bits.number! | bits.integer! : bits.number!;
    return (plan.types & types) === 0 ? undefined : value;
  }
  const type = typeof value === 'string' ? bits.string! : typeof value === 'boolean' ? bits.boolean! : 0;
  return (plan.types & type) === 0 ? undefined : value;
}

function branchOf(plan: Plan, value: object): Plan {
  const { branches } = plan;
  if (branches === undefined) return plan;
  return branches.by.get((value as Record<string, unknown>)[branches.discriminant]) ?? branches.otherwise;
}

function soundList(items: Plan, list: unknown[]): unknown[] {
  let out: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const sound = soundBy(items, list[i]);
    if (out === undefined && sound !== list[i]) out = list.slice(0, i);
    if (out !== undefined && sound !== undefined) out.push(sound);
  }
  return out ?? list;
}

function soundMap(
  { properties, rest }: Plan,
  map: Record<string, unknown>,
  isForGood: boolean,
): Record<string, unknown> {
  const keys = Object.keys(map);
  let out: Record<string, unknown> | undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const child = properties?.get(key) ?? rest;
    const sound = child && (isForGood ? soundEntry(child, map[key]) : soundBy(child, map[key]));
    if (out === undefined && (sound === undefined || sound !== map[key]))
      out = Object.fromEntries(keys.slice(0, i).map((before) => [before, map[before]]));
    if (out !== undefined && sound !== undefined) out[key] = sound;
  }
  return out ?? map;
}

/** Entries that recur and are sound, with their plan. */
const soundEntries = new WeakMap<object, Plan>();

function soundEntry(plan: Plan, value: unknown): unknown {
  if (!recurs(value)) return soundBy(plan, value);
  // Nothing but objects is said to recur.
  const entry = value as object;
  if (soundEntries.get(entry) === plan) return entry;
  const sound = soundBy(plan, entry);
  if (sound === entry) soundEntries.set(entry, plan);
  return sound;
}

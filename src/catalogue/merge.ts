import { valueAt, type Path } from '../model/path.ts';
import { followed, schemas, type Schema } from '../model/schemas.ts';
import { removeKey } from './layerSchema.ts';

type Entries = Record<string, unknown>;

/** How values of one place of an item come together, compiled from its schema. */
interface Plan {
  /** The list's elements are told apart by this field and merge one by one. */
  key?: string;
  element?: Plan;
  /** The map's entries merge one by one; without it a lower value replaces an upper one as a whole. */
  entries?: Map<string, Plan>;
  /** The map may say `none` instead of anything else. */
  none: boolean;
}

let itemPlan: Plan | undefined;

/**
 * The item that `values` make, from the highest level to the lowest: maps merge entry by entry, keyed lists
 * element by element (`$remove: true` takes one out, new ones follow at the end), everything else is replaced.
 * A level that says `none` replaces what stood there, and a level that says something ends a `none` above.
 * No input is changed; the result shares what it can with them.
 */
export function mergeItem(values: readonly unknown[]): unknown {
  itemPlan ??= planOf(schemas.item);
  return values.reduce((upper, lower) => merge(upper, lower, itemPlan!));
}

/**
 * Where in `values` the merged value's `path` was written: which of them, and the path there with positions of
 * that file's own lists. A map or list element belongs to the highest level that has it, anything else to the
 * lowest. `undefined` where no level has it.
 */
export function originIn(
  values: readonly unknown[],
  merged: unknown,
  path: Path,
): { index: number; path: Path } | undefined {
  itemPlan ??= planOf(schemas.item);
  const named = withKeys(merged, path, itemPlan);
  const found = values
    .map((value, index) => ({ index, path: findNamed(value, named) }))
    .filter((place): place is { index: number; path: Path } => place.path !== undefined);
  if (found.length === 0) return undefined;
  const lowest = found.at(-1)!;
  const value = valueAt(values[lowest.index], lowest.path);
  return isMap(value) ? found[0] : lowest;
}

function planOf(schema: Schema): Plan {
  const whole = followed(schema);
  if (whole.type === 'array' && whole['x-key'] !== undefined)
    return { key: whole['x-key'], element: planOf(whole.items ?? {}), none: false };
  if (whole.properties === undefined || whole.oneOf !== undefined) return { none: false };
  const entries = new Map(Object.entries(whole.properties).map(([key, child]) => [key, planOf(child)]));
  return { entries, none: entries.has('none') };
}

function merge(upper: unknown, lower: unknown, plan: Plan): unknown {
  if (lower === undefined) return upper;
  if (plan.entries !== undefined && isMap(upper) && isMap(lower)) return mergeMaps(upper, lower, plan);
  if (plan.key !== undefined && Array.isArray(lower))
    return mergeLists(Array.isArray(upper) ? upper : [], lower, plan.key, plan.element!);
  return lower;
}

function mergeMaps(upper: Entries, lower: Entries, plan: Plan): Entries {
  if (plan.none && Object.hasOwn(lower, 'none')) return lower;
  const out: Entries = { ...upper };
  if (plan.none && Object.keys(lower).length > 0) delete out['none'];
  for (const key of Object.keys(lower))
    out[key] = merge(
      Object.hasOwn(upper, key) ? upper[key] : undefined,
      lower[key],
      plan.entries!.get(key) ?? { none: false },
    );
  return out;
}

function mergeLists(upper: unknown[], lower: unknown[], key: string, plan: Plan): unknown[] {
  const out = [...upper];
  for (const element of lower) {
    if (!isMap(element)) continue;
    const at = out.findIndex((e) => isMap(e) && e[key] === element[key]);
    if (element[removeKey] === true) {
      if (at >= 0) out.splice(at, 1);
    } else if (at >= 0) out[at] = merge(out[at], element, plan);
    else out.push(element);
  }
  return out;
}

/** A step into a keyed list, by the key of the element instead of its position. */
interface ByKey {
  key: string;
  is: unknown;
}

function withKeys(merged: unknown, path: Path, plan: Plan): (string | number | ByKey)[] {
  let here = merged;
  let now: Plan | undefined = plan;
  return path.map((step) => {
    here = valueAt(here, [step]);
    const key: string | undefined = typeof step === 'number' ? now?.key : undefined;
    now = typeof step === 'number' ? now?.element : now?.entries?.get(step);
    return key !== undefined && isMap(here) ? { key, is: here[key] } : step;
  });
}

function findNamed(value: unknown, named: readonly (string | number | ByKey)[]): Path | undefined {
  const path: (string | number)[] = [];
  let here = value;
  for (const step of named) {
    let at: string | number;
    if (typeof step === 'object') {
      if (!Array.isArray(here)) return undefined;
      at = here.findIndex((e) => isMap(e) && e[step.key] === step.is);
    } else at = step;
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, at)) return undefined;
    here = (here as Entries)[at];
    path.push(at);
  }
  return path;
}

function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of a list as they were drawn: their ids, and a number for each that goes along with it. */
export interface ElementKeys {
  ids: readonly (string | undefined)[];
  keys: readonly number[];
  next: number;
}

/**
 * The same for `ids`, what they are now. An element goes by its id; where one id alone became another, somebody is
 * typing it, and the element stays what it was, with the cursor in it.
 */
export function elementKeys(
  before: ElementKeys | undefined,
  ids: readonly (string | undefined)[],
): ElementKeys {
  if (before === undefined) return { ids, keys: ids.map((_, i) => i), next: ids.length };
  const changed = ids.filter((id, i) => id !== before.ids[i]).length;
  if (ids.length === before.ids.length && changed <= 1) return { ...before, ids };
  const free = new Map<string | undefined, number[]>();
  before.ids.forEach((id, i) => free.set(id, [...(free.get(id) ?? []), before.keys[i]!]));
  let { next } = before;
  const keys = ids.map((id) => free.get(id)?.shift() ?? next++);
  return { ids, keys, next };
}

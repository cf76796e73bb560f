/**
 * The elements of a list of maps in a draft. A draft may hold anything where a list should stand, or anything in
 * the list; what is not a map is left out, for the schema's check to name.
 */
export function elementsOf<E extends object>(list: readonly E[] | undefined): E[] {
  return Array.isArray(list) ? list.filter((element: E) => isMap(element)) : [];
}

/** The same with positions kept: what is not a map stands as an empty one. */
export function listOf<E extends object>(list: readonly E[] | undefined): Partial<E>[] {
  return Array.isArray(list) ? list.map((element: E) => (isMap(element) ? element : {})) : [];
}

/** The strings of a list in a draft, likewise. */
export function stringsOf(list: readonly string[] | undefined): string[] {
  return Array.isArray(list) ? list.filter((element) => typeof element === 'string') : [];
}

/** A map of a draft, an empty one where something else stands, as an empty file is null. */
export function mapOf<E extends object>(value: E): E | Partial<E> {
  return isMap(value) ? value : {};
}

/** A text of a draft; `undefined` where something else stands. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

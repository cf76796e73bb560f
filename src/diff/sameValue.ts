/** One text for each value of a file, whatever the order of its keys; a key that holds `undefined` is no key. */
export function canonical(value: unknown): string {
  return written(value, (elements) => elements);
}

/** The same, whatever the order of its lists too. */
export function unordered(value: unknown): string {
  return written(value, (elements) => elements.sort());
}

function written(value: unknown, arranged: (elements: string[]) => string[]): string {
  if (Array.isArray(value)) return `[${arranged(value.map((one) => written(one, arranged))).join(',')}]`;
  if (!isMap(value)) return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const entries = keysOf(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${written(value[key], arranged)}`);
  return `{${entries.join(',')}}`;
}

/** Whether two values of files say the same: order of keys and layout do not count, order of lists does. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((element, at) => sameValue(element, b[at]));
  if (isMap(a) && isMap(b)) {
    const keys = keysOf(a);
    return (
      keys.length === keysOf(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
    );
  }
  return Number.isNaN(a) && Number.isNaN(b);
}

export type Entries = Record<string, unknown>;

export function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys that hold a value. */
export function keysOf(value: Entries): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

/** The entry of a map that may be none, or hold anything; never one that the language adds. */
export function entryOf(value: unknown, key: string): unknown {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

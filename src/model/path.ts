/** A place in a value: map keys as strings, list positions as numbers, from the root down. */
export type Path = readonly (string | number)[];

/** RFC 6901 JSON Pointer of `path`; the empty path gives `''`. */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The path that a JSON Pointer writes; steps of digits are positions in lists, as our files have no such keys. */
export function pathOf(text: string): Path {
  return text
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** The value at `path` inside `value`, or `undefined` where any step is missing. Own properties only. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/**
 * `path` inside `value` with the elements of lists named by their `id` where they have one, so that it still leads
 * there when another element is put in before.
 */
export function namedPath(value: unknown, path: Path): Path {
  let here = value;
  return path.map((step) => {
    here = valueAt(here, [step]);
    const id: unknown = typeof step === 'number' ? valueAt(here, ['id']) : undefined;
    return typeof id === 'string' ? id : step;
  });
}

/**
 * The path with positions that a path with ids leads to in `value`; `undefined` where an element is not there any
 * more. A step that is a position already stays one.
 */
export function positionPath(value: unknown, path: Path): Path | undefined {
  let here = value;
  const found: (string | number)[] = [];
  for (const step of path) {
    const at =
      Array.isArray(here) && typeof step === 'string'
        ? here.findIndex((one) => valueAt(one, ['id']) === step)
        : step;
    if (at === -1) return undefined;
    here = valueAt(here, [at]);
    found.push(at);
  }
  return found;
}

/** Whether two paths name the same place. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

import type { Diagnostic } from '../model/diagnostic.ts';
import type { Path } from '../model/path.ts';

/**
 * The findings of rules `found` without those about a value that breaks its schema, or that holds or stands in one:
 * rules read what is sound of a file, so of such a value they know half. Where a field is only missing, or only
 * out of use, what is there can be judged.
 */
export function withoutUnjudged(found: readonly Diagnostic[], schema: readonly Diagnostic[]): Diagnostic[] {
  const wrong = new Map<string, Path[]>();
  for (const { code, file, path } of schema)
    if (code !== 'schema/required' && code !== 'schema/retired')
      wrong.set(file, [...(wrong.get(file) ?? []), path]);
  if (wrong.size === 0) return [...found];
  return found.filter(({ file, path }) => !wrong.get(file)?.some((place) => overlaps(place, path)));
}

/** Whether one of two places is the other or stands in it. */
function overlaps(a: Path, b: Path): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

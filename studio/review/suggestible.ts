import type { Change } from '../../src/diff/types.ts';
import type { Plain } from '../../src/model/edit.ts';
import type { Path } from '../../src/model/path.ts';

/** A field for which another value can be typed in. */
export interface Suggestible {
  path: Path;
  value: string | number;
}

/**
 * The text or number of a change that a reviewer may propose another of; of a number with its unit the number.
 * `undefined` where what changed is more than one value, or is gone.
 */
export function suggestible({ kind, path, after }: Change): Suggestible | undefined {
  if (kind === 'removed' || kind === 'moved') return undefined;
  if (typeof after === 'string' || typeof after === 'number') return { path, value: after };
  if (typeof after !== 'object' || after === null || Array.isArray(after)) return undefined;
  const { value, unit } = after as { value?: unknown; unit?: unknown };
  const isMeasure = typeof value === 'number' && typeof unit === 'string';
  return isMeasure ? { path: [...path, 'value'], value } : undefined;
}

/** What was typed as a value of the kind that stands there; `undefined` where it is none. */
export function typedAs(typed: string, like: string | number): Plain | undefined {
  if (typeof like === 'string') return typed.trim() === '' ? undefined : typed;
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(typed.trim()) ? Number(typed) : undefined;
}

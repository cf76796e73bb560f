import type { Plain } from '../../src/model/edit.ts';

/**
 * `next` with every part that equals the same part of `before` taken from there, so that what did not change is
 * the very same object and nothing that shows it is drawn again.
 */
export function keepIdentity(before: Plain | undefined, next: Plain): Plain {
  if (before === next || typeof before !== 'object' || before === null) return next;
  if (typeof next !== 'object' || next === null) return next;
  if (Array.isArray(next)) {
    if (!Array.isArray(before)) return next;
    const kept = next.map((element, i) => keepIdentity(before[i], element));
    return kept.length === before.length && kept.every((element, i) => element === before[i]) ? before : kept;
  }
  if (Array.isArray(before)) return next;
  const keys = Object.keys(next);
  const kept: { [key: string]: Plain } = {};
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const value = keepIdentity(old, next[key]!);
    same &&= value === old;
    Object.defineProperty(kept, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return same ? before : kept;
}

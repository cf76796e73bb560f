/**
 * What this browser keeps under `key` for each draft, the latest first and at most `most` of them. `isKept` tells
 * what was written here from what something else has written, which is as if nothing had been.
 */
export function keptIn<T>(key: string, most: number, isKept: (value: unknown) => value is T) {
  function all(): [draft: string, value: T][] {
    let kept: unknown;
    try {
      kept = JSON.parse(localStorage.getItem(key) ?? '[]');
    } catch {
      return [];
    }
    return Array.isArray(kept) ? kept.filter(isPair) : [];
  }
  function isPair(value: unknown): value is [string, T] {
    return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isKept(value[1]);
  }
  return {
    of: (draft: string): T | undefined => all().find(([id]) => id === draft)?.[1],
    keep(draft: string, value: T): void {
      const others = all().filter(([id]) => id !== draft);
      localStorage.setItem(key, JSON.stringify([[draft, value], ...others].slice(0, most)));
    },
  };
}

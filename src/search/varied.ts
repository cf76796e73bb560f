/** Items whose names begin alike are changes and ends of one thing. */
const alike = 5;
const mostAlike = 2;

/** `list` with at most two whose names begin alike ahead of the others: who looks for a word sees what else has it. */
export function varied<T>(list: readonly T[], nameOf: (one: T) => string): T[] {
  const seen = new Map<string, number>();
  const first: T[] = [];
  const later: T[] = [];
  for (const one of list) {
    const start = nameOf(one).slice(0, alike);
    const before = seen.get(start) ?? 0;
    seen.set(start, before + 1);
    (before < mostAlike ? first : later).push(one);
  }
  return [...first, ...later];
}

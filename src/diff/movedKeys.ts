/**
 * The fewest of the keys that both lists have whose removal leaves the rest in the same order: those outside a
 * longest increasing subsequence of positions. Keys are unique in each list. O(n log n).
 */
export function movedKeys(before: readonly string[], after: readonly string[]): Set<string> {
  const position = new Map(before.map((key, at) => [key, at]));
  const common = after.filter((key) => position.has(key));
  const places = common.map((key) => position.get(key)!);
  const stay = new Set(longestIncreasing(places));
  return new Set(common.filter((key) => !stay.has(position.get(key)!)));
}

/** A longest strictly increasing subsequence, by patience sorting. */
function longestIncreasing(numbers: readonly number[]): number[] {
  /** For each length the place of the smallest number that ends such a subsequence. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1];
    ends[low] = at;
  });
  const found: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) found.push(numbers[at]!);
  return found.reverse();
}

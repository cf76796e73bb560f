/**
 * Does `work` for each of `list`, `most` at once. Once one fails no more are begun.
 * @throws whatever the first failed with, when those under way have ended.
 */
export async function eachAbreast<T>(
  list: readonly T[],
  most: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const rest = [...list].reverse();
  const failures: unknown[] = [];
  const lane = async () => {
    try {
      for (let one = rest.pop(); one !== undefined; one = rest.pop()) await work(one);
    } catch (error) {
      rest.length = 0;
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, lane));
  if (failures.length > 0) throw failures[0];
}

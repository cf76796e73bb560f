/** The file that is read where each file's part begins `tops` pixels below the top of the window: the last that began. */
export function readAt(tops: readonly { path: string; top: number }[], line: number): string | undefined {
  return tops.findLast(({ top }) => top <= line)?.path;
}

/**
 * The next of `paths` after `current` in direction `by` (1 or -1), or undefined past the end. From a file that is
 * not among them, such as one that a filter hides, it is the first in that direction by the order of `all`.
 */
export function nextPath(
  all: readonly string[],
  paths: readonly string[],
  { current, by }: { current: string | undefined; by: 1 | -1 },
): string | undefined {
  const at = current === undefined ? -1 : all.indexOf(current);
  const shown = new Set(paths);
  const ahead = by === 1 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).toReversed();
  return ahead.find((path) => shown.has(path));
}

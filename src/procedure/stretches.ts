import { isInRange, rangeOf, type Range } from './when.ts';

/**
 * The stretches of numbers from 0 up that the ranges in `wanted` tell apart, ascending: between two neighbours at
 * least one range begins or ends. Without a range, none.
 */
export function stretchesOf(wanted: readonly unknown[]): Range[] {
  const ranges = wanted.map(rangeOf).filter((range) => range !== undefined);
  const bounds = [...new Set(ranges.flatMap(({ min, max }) => [min, max]))]
    .filter((bound) => Number.isFinite(bound) && bound >= 0)
    .sort((a, b) => a - b);
  if (bounds.length === 0) return [];
  const pieces: { range: Range; inside: number }[] = [];
  let from = 0;
  for (const [i, bound] of bounds.entries()) {
    if (bound > from || i > 0)
      pieces.push({
        range: { min: from, max: bound, above: i > 0, below: true },
        inside: (from + bound) / 2,
      });
    pieces.push({ range: { min: bound, max: bound, above: false, below: false }, inside: bound });
    from = bound;
  }
  pieces.push({ range: { min: from, max: Infinity, above: true, below: false }, inside: from + 1 });
  const out: { range: Range; signature: string }[] = [];
  for (const { range, inside } of pieces) {
    const signature = ranges.map((one) => (isInRange(inside, one) ? 1 : 0)).join('');
    const last = out.at(-1);
    if (last?.signature === signature) last.range = { ...last.range, max: range.max, below: range.below };
    else out.push({ range, signature });
  }
  return out.map(({ range }) => range);
}

/** 200 平方米以上 as its bounds say it: 不少于 200、不足 500 平方米. */
export function rangeWords({ min, max, above, below }: Range, unit = ''): string {
  const bounds = [
    ...(min > 0 || (min === 0 && above) ? [`${above ? '超过' : '不少于'} ${min}`] : []),
    ...(max < Infinity ? [`${below ? '不足' : '不超过'} ${max}`] : []),
  ];
  return `${bounds.join('、')} ${unit}`.trimEnd();
}

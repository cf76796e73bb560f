import type { Position, Range } from '../model/diagnostic.ts';

/** Offsets of the first character of every line of `text`, in UTF-16 units; the first is always 0. LF ends a line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column (both from 1) of `offset`, by halving. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { offset, line: low + 1, column: offset - starts[low]! + 1 };
}

/** The stretch from `from` to `to`, end not included. */
export function rangeOf(starts: readonly number[], from: number, to: number): Range {
  return { start: positionAt(starts, from), end: positionAt(starts, to) };
}

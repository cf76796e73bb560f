import type { TextChange } from '../../src/text/index.ts';

/**
 * `changes` as they read after `over` was made to the same text: what was put in stays, and what they replace is
 * what of it is still there. For words that an input method was making while something else changed the text.
 */
export function rebase(changes: readonly TextChange[], over: readonly TextChange[]): TextChange[] {
  let least = 0;
  return changes.map(({ from, to, insert }) => {
    const start = Math.max(least, moved(from, over, 'end'));
    const end = Math.max(start, moved(to, over, 'start'));
    least = end;
    return { from: start, to: end, insert };
  });
}

/** Where `offset` stands after `changes`; inside of what was replaced, at the `side` of what came for it. */
export function moved(offset: number, changes: readonly TextChange[], side: 'start' | 'end'): number {
  let shift = 0;
  for (const { from, to, insert } of changes) {
    if (offset < from || (offset === from && side === 'start')) break;
    if (offset < to || (offset === from && offset === to))
      return from + shift + (side === 'end' ? insert.length : 0);
    shift += insert.length - (to - from);
  }
  return offset + shift;
}

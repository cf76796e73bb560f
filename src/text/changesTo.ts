import { trimChanges, type TextChange } from './change.ts';
import { hunksOf } from './hunks.ts';

/** The changes that make `wanted` of `text`, by lines, so that what both have stays where it is. */
export function changesTo(text: string, wanted: string): TextChange[] {
  const [old, now] = [linesOf(text), linesOf(wanted)];
  const [olds, news] = [offsetsOf(old), offsetsOf(now)];
  const changes = hunksOf(old, now).map(({ from, to, start, end }) => ({
    from: olds[from]!,
    to: olds[to]!,
    insert: wanted.slice(news[start], news[end]),
  }));
  return trimChanges(text, changes);
}

/** A text in lines, each with its break. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Where each line begins, and where the last one ends. */
function offsetsOf(lines: readonly string[]): number[] {
  const offsets = [0];
  for (const line of lines) offsets.push(offsets.at(-1)! + line.length);
  return offsets;
}

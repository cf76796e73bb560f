import { trimChanges, type TextChange } from '../../src/text/index.ts';

/** `text` as a text area shows it: every line break is LF there. */
export function shownText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The offset in `text` of what stands at `shown` in its {@link shownText}. */
export function realOffset(text: string, shown: number): number {
  let real = 0;
  for (let left = shown; left > 0; left--) real += text[real] === '\r' && text[real + 1] === '\n' ? 2 : 1;
  return Math.min(real, text.length);
}

/** The other way round; between CR and LF it is the offset before both. */
export function shownOffset(text: string, real: number): number {
  return shownText(text.slice(0, text[real - 1] === '\r' && text[real] === '\n' ? real - 1 : real)).length;
}

/**
 * The change of `text` that makes its shown text `next`. Line breaks that are put in are those of the line
 * before, so that a file keeps its own.
 */
export function plainChanges(text: string, next: string): TextChange[] {
  const shown = shownText(text);
  return trimChanges(shown, [{ from: 0, to: shown.length, insert: next }]).map(({ from, to, insert }) => {
    const start = realOffset(text, from);
    return {
      from: start,
      to: realOffset(text, to),
      insert: insert.replaceAll('\n', lineBreakAt(text, start)),
    };
  });
}

/** The last line break before `offset`, else the next one; LF in a text of one line. A bare CR is none to write. */
function lineBreakAt(text: string, offset: number): string {
  const before = text.slice(0, offset).match(/\r?\n/g)?.at(-1);
  return before ?? /\r?\n/.exec(text.slice(offset))?.[0] ?? '\n';
}

const opening = '（(《〈【[「“';
const closing = '）)》〉】]」”';
const mark =
  '(?:\\d{1,2}[、.．](?!\\d)|[（(](?:\\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|\\d{1,2}\\)(?!\\d))';
const leading = new RegExp(`^\\s*${mark}\\s*`);
// (2)《…》 begins a piece wherever it stands; other numbers only after a separator.
const between = new RegExp(`(?<=^|[\\s;；。,，])(?=${mark})|(?=[（(]\\d{1,2}[)）]《)`, 'g');

export interface PieceOptions {
  split?: readonly string[];
  numbering?: boolean;
  strip?: readonly string[];
}

/** The pieces of a value that a profile splits: at numbers, then at separators outside of brackets. */
export function pieces(text: string, { split = [], numbering = false, strip = [] }: PieceOptions): string[] {
  const parts = numbering ? atNumbers(text) : [text];
  return parts
    .flatMap((part) => (split.length === 0 ? [part] : outsideBrackets(part, split)))
    .map((part) => {
      const begun = strip.find((beginning) => part.trimStart().startsWith(beginning));
      return begun === undefined ? part : part.trimStart().slice(begun.length);
    })
    .filter((part) => part.trim() !== '');
}

function atNumbers(text: string): string[] {
  const starts = [...text.matchAll(between)].map((match) => match.index);
  const cuts = [...new Set([0, ...starts, text.length])];
  return cuts.slice(0, -1).map((from, at) =>
    text
      .slice(from, cuts[at + 1])
      .replace(leading, '')
      .replace(/(?<![;；\s])[;；\s]+$/, ''),
  );
}

function outsideBrackets(text: string, separators: readonly string[]): string[] {
  const out = [''];
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const found = depth === 0 ? separators.find((separator) => text.startsWith(separator, at)) : undefined;
    if (found !== undefined) {
      out.push('');
      at += found.length;
      continue;
    }
    const sign = text[at]!;
    if (opening.includes(sign)) depth++;
    else if (closing.includes(sign)) depth = Math.max(0, depth - 1);
    out[out.length - 1] += sign;
    at++;
  }
  return out;
}

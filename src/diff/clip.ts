/** `text` in one line, cut after `length` characters. */
export function clip(text: string, length: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

/**
 * Two texts in one line each, cut to about `length` characters around the first place where they differ, so that
 * the cut shows it. Both the same where only white space differs.
 */
export function clipPair(before: string, after: string, length: number): [string, string] {
  const [a, b] = [[...oneLine(before)], [...oneLine(after)]];
  if (a.length <= length && b.length <= length) return [a.join(''), b.join('')];
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  const start = Math.max(0, same - 8);
  const piece = (text: string[]): string =>
    `${start > 0 ? '…' : ''}${clip(text.slice(start).join(''), length)}`;
  return [piece(a), piece(b)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Offset of the first character that no file may hold, or -1.
 *
 * Refused are the controls of Unicode (C0 but tab, line feed and the return of a CRLF; DEL; C1), the marks that
 * turn the direction of reading (text that shows other than it runs, CVE-2021-42574), line and paragraph
 * separators (editors disagree whether they end a line, so that places would shift), a byte order mark inside
 * the text, noncharacters and halves of surrogate pairs.
 */
export function firstRefused(text: string): number {
  if (text === lastClean) return -1;
  const at = suspect.test(text) ? refusedAt(text) : -1;
  if (at === -1) lastClean = text;
  return at;
}

/** Every refused character, and those that are refused only where they stand alone: returns and surrogates. */
const suspect =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]/;

/** The last text without any: readers ask again of the very text that the guard has just let pass. */
let lastClean = '';

function refusedAt(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x20 ? c < 0x7f || (c >= 0x2070 && c < 0xd800) : c === 0x0a || c === 0x09) continue;
    if (c === 0x0d) {
      if (text.charCodeAt(i + 1) === 0x0a) continue;
      return i;
    }
    if (c >= 0xd800 && c <= 0xdbff) {
      const next = text.charCodeAt(i + 1);
      if (!(next >= 0xdc00 && next <= 0xdfff)) return i;
      i++;
    } else if (isRefused(c)) return i;
  }
  return -1;
}

/** `U+202E` for the character at `offset`. */
export function codePointName(text: string, offset: number): string {
  return `U+${(text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function isRefused(c: number): boolean {
  return (
    c < 0x20 ||
    (c >= 0x7f && c <= 0x9f) ||
    c === 0x061c ||
    c === 0x200e ||
    c === 0x200f ||
    (c >= 0x2028 && c <= 0x202e) ||
    (c >= 0x2066 && c <= 0x2069) ||
    (c >= 0xdc00 && c <= 0xdfff) ||
    c === 0xfeff ||
    c >= 0xfffe
  );
}

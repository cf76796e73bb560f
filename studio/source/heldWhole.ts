/**
 * Whether the source editor holds `text` as it stands. It keeps one kind of line break for a whole file and
 * drops a byte order mark, so a text that mixes breaks would come back changed.
 */
export function heldWhole(text: string): boolean {
  if (text.charCodeAt(0) === 0xfeff) return false;
  const breaks = new Set(text.match(/\r\n|\r|\n/g));
  return breaks.size === 0 || (breaks.size === 1 && !breaks.has('\r'));
}

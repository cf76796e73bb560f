import { firstRefused } from './characters.ts';
import { limits } from './complaints.ts';
import { isUnsure } from './fastText.ts';

/** What a fast reader makes of `text`, or `undefined` where it gives it up. */
export function ifSure<T>(text: string, readFast: () => T): T | undefined {
  // A UTF-16 unit is at most three bytes of UTF-8: only where that may be too many are they counted.
  if (text.length * 3 > limits.bytes && bytesOf(text) > limits.bytes) return undefined;
  if (firstRefused(text) !== -1) return undefined;
  try {
    return readFast();
  } catch (error) {
    if (isUnsure(error)) return undefined;
    throw error;
  }
}

/** How many bytes of UTF-8 `text` is. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a pair stands for two of its four bytes.
    if (unit >= 0x80) bytes += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

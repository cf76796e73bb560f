import { firstRefused } from './characters.ts';
import { limits } from './complaints.ts';
import { isUnsure } from './fastText.ts';

/** What a fast reader makes of `text`, or `undefined` where it gives it up. */
export function ifSure<T>(text: string, readFast: () => T): T | undefined {
  // A UTF-16 unit is at most three bytes of UTF-8.
  if (text.length * 3 > limits.bytes || firstRefused(text) !== -1) return undefined;
  try {
    return readFast();
  } catch (error) {
    if (isUnsure(error)) return undefined;
    throw error;
  }
}

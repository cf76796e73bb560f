import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { FastBlock } from './fastBlock.ts';
import { ifSure } from './ifSure.ts';
import { RecurringBlock, type RecurringParts } from './recurringParts.ts';

/**
 * The value of `text`, read in one pass without places, or `undefined` when the text holds anything this reader
 * is not sure of: then the positioned reader decides. It takes the YAML that people write (block maps and lists,
 * plain text, quotes on one line, block scalars, flow collections, comments) and leaves the corners alone:
 * explicit keys, rarer escapes, quoted text over several lines, tabs, signs for indentation in block scalars.
 *
 * When it gives a value, {@link readWithLibrary} gives the same, so the text has also passed the guard. Tests compare the
 * two on the public test suite and on random documents.
 *
 * Parts that are in `recurring` are not read again.
 */
export function readFast(
  text: string,
  shape: Shape,
  recurring?: RecurringParts,
): { value: Plain } | undefined {
  return ifSure(text, () => {
    const reader = recurring === undefined ? new FastBlock(text) : new RecurringBlock(text, recurring);
    return { value: reader.document(shape) };
  });
}

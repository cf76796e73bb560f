import type { Shape } from '../model/shape.ts';
import type { Document } from './node.ts';
import { readPlaced } from './readPlaced.ts';
import { readWithLibrary } from './readWithLibrary.ts';

/**
 * Reads `text` with the place of every value. The `shape` decides what a plain scalar is ({@link plainScalar}); quoted
 * and block scalars are always text. Maps become plain objects; the keys that could reach a prototype are refused, and
 * so are keys written twice and characters in escapes that the guard refuses in the open. Never throws on content:
 * whatever is wrong is in `diagnostics`.
 */
export function read(text: string, shape: Shape, file: string): Document {
  return readPlaced(text, shape, file) ?? readWithLibrary(text, shape, file);
}

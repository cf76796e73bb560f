import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { usualLayout, writeBlock } from './write.ts';

export interface SerializeOptions {
  shape: Shape;
  /** Columns a level is indented by; 2 unless told. */
  indent?: number;
}

/**
 * The text of a new file: block style, plain scalars where they read back as the value under the shape, block
 * scalars for text of several lines. Files that exist are edited, never written anew. Throws when `value` has no
 * text: a number where the shape takes text only.
 */
export function serialize(value: Plain, { shape, indent = 2 }: SerializeOptions): string {
  const layout = { ...usualLayout, step: indent, dash: indent };
  const { inline, lines } = writeBlock(value, shape, { holder: 'root', column: 0 }, layout);
  return `${[inline, ...lines].join('\n')}\n`;
}

import { samePath, type Path } from '../model/path.ts';
import type { Shape } from '../model/shape.ts';
import { applyChanges, type TextChange } from './change.ts';
import type { Node } from './node.ts';
import { holderAt } from './places.ts';
import { read } from './read.ts';
import { plainScalar } from './scalar.ts';
import { shapeAt } from './shapeAt.ts';

/** A name that is to be written otherwise: the key of the entry at `path`, or the text that is its value. */
export interface Rewording {
  path: Path;
  at: 'key' | 'value';
  next: string;
}

/**
 * `text` with each of `rewordings` made, its quotes kept, and every other byte as it was. `next` is a name: Latin
 * letters, digits, `-`, `.` and `/`. `undefined` where the text cannot be read, or one of the places is not there as a
 * text of one line.
 */
export function rewordAt(
  text: string,
  rewordings: readonly Rewording[],
  { shape, file = '' }: { shape: Shape; file?: string },
): string | undefined {
  const { root, diagnostics } = read(text, shape, file);
  if (diagnostics.length > 0) return undefined;
  const changes: TextChange[] = [];
  for (const [i, one] of rewordings.entries()) {
    const isSaid = rewordings
      .slice(0, i)
      .some((other) => other.at === one.at && samePath(other.path, one.path));
    if (isSaid) continue;
    const change = changeOf(text, root, one, shape);
    if (change === undefined) return undefined;
    changes.push(change);
  }
  return applyChanges(
    text,
    changes.sort((a, b) => a.from - b.from),
  );
}

function changeOf(
  text: string,
  root: Node | undefined,
  { path, at, next }: Rewording,
  shape: Shape,
): TextChange | undefined {
  const holder = holderAt(root, path);
  if (holder === undefined) return undefined;
  if (at === 'key') {
    if (!('keyStart' in holder)) return undefined;
    return quotedAlike(text, { from: holder.keyStart, to: holder.keyEnd }, next);
  }
  const { value } = holder;
  if (value.kind !== 'scalar' || !['plain', 'single', 'double'].includes(value.style)) return undefined;
  const stays = value.style !== 'plain' || plainScalar(next, shapeAt(shape, path).scalar) === next;
  return quotedAlike(text, { from: value.start, to: value.end }, stays ? next : `'${next}'`);
}

function quotedAlike(text: string, { from, to }: { from: number; to: number }, next: string): TextChange {
  const quote = text[from];
  const isQuoted = quote === '"' || quote === "'";
  return isQuoted ? { from: from + 1, to: to - 1, insert: next } : { from, to, insert: next };
}

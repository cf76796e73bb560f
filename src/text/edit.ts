import type { Edit, Plain } from '../model/edit.ts';
import { valueAt } from '../model/path.ts';
import { applyEdit, impossible } from './applyEdit.ts';
import type { Impossible } from './applyEdit.ts';
import { applyChanges, composeChanges } from './change.ts';
import type { TextChange } from './change.ts';
import { changes } from './changes.ts';
import type { EditOptions } from './changes.ts';
import { usualBreak } from './page.ts';
import { readValue } from './readValue.ts';

/**
 * The edited text and the `value` that it was then read as, `undefined` where there were no edits; `changes` lead there
 * from the text given, in order and without overlap.
 */
export type Edited =
  { kind: 'edited'; text: string; value: Plain | undefined; changes: TextChange[] } | Impossible;

/** Makes `edits` in turn, each in the result of the one before; one that is impossible makes all of them so. */
export function edit(text: string, edits: readonly Edit[], options: EditOptions): Edited {
  const steps: TextChange[][] = [];
  const lineBreak = options.lineBreak ?? usualBreak(text);
  let current = text;
  let value: Plain | undefined;
  for (const one of edits) {
    const made = changes(current, one, { ...options, lineBreak });
    if (made.kind === 'impossible') return made;
    steps.push(made.changes);
    ({ value } = made);
    current = applyChanges(current, made.changes);
  }
  return { kind: 'edited', text: current, value, changes: composeChanges(text.length, steps) };
}

export type Inverse = { kind: 'inverse'; edits: Edit[] } | Impossible;

/**
 * Edits that, made after `edits`, bring back the value of `text`. They bring back the bytes as well wherever an
 * edit says all there is to say; a comment that went with an element does not come back by an edit, and a key
 * comes back as the last of its map. `invertChanges` of the changes brings back every byte.
 */
export function inverse(text: string, edits: readonly Edit[], options: EditOptions): Inverse {
  const result = readValue(text, options.shape, '');
  if (result.kind === 'problems') {
    const [first] = result.diagnostics;
    return impossible(
      `文件有错误：${first?.message ?? ''}`,
      `The file has errors: ${first?.messageEn ?? ''}`,
    );
  }
  const inverted: Edit[] = [];
  let value = result.value;
  for (const one of edits) {
    const after = applyEdit(value, one);
    if (after.kind === 'impossible') return after;
    inverted.unshift(inverseOf(value, one));
    value = after.value;
  }
  return { kind: 'inverse', edits: inverted };
}

/** The edit that undoes `one`, which is possible in `value`. */
function inverseOf(value: Plain, one: Edit): Edit {
  const { path } = one;
  const position = path.length - 1;
  if (one.kind === 'move')
    return { kind: 'move', path: path.with(position, one.to), to: path[position] as number };
  if (one.kind === 'remove') {
    const old = valueAt(value, path) as Plain;
    return { kind: typeof path[position] === 'number' ? 'insert' : 'set', path, value: old };
  }
  // What the edit made on its way goes again: the first step that was not there, or the null it filled.
  const depth = path.findIndex(
    (_, i) => !isFilled(valueAt(value, path.slice(0, i + 1)) as Plain | undefined),
  );
  const isInsert = one.kind === 'insert' && Array.isArray(valueAt(value, path.slice(0, -1)));
  if (isInsert) return { kind: 'remove', path };
  if (depth === -1) return { kind: 'set', path, value: valueAt(value, path) as Plain };
  const first = path.slice(0, depth + 1);
  const before = valueAt(value, first) as Plain | undefined;
  if (before === null) return { kind: 'set', path: first, value: null };
  if (depth === 0 && value === null) return { kind: 'set', path: [], value: null };
  return { kind: 'remove', path: first };
}

function isFilled(value: Plain | undefined): boolean {
  return value !== undefined && value !== null;
}

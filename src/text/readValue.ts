import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { readFast } from './readFast.ts';
import { readWithLibrary } from './readWithLibrary.ts';

export type ReadValue = { kind: 'value'; value: Plain } | { kind: 'problems'; diagnostics: Diagnostic[] };

/** The value of `text` alone, by the fast reader where it is sure, else by {@link readWithLibrary}. The two agree. */
export function readValue(text: string, shape: Shape, file: string): ReadValue {
  const fast = readFast(text, shape);
  if (fast) return { kind: 'value', value: fast.value };
  const { value, diagnostics } = readWithLibrary(text, shape, file);
  return value === undefined ? { kind: 'problems', diagnostics } : { kind: 'value', value };
}

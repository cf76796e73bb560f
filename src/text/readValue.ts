import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { readFast } from './readFast.ts';
import type { RecurringParts } from './recurringParts.ts';
import { readWithLibrary } from './readWithLibrary.ts';

export type ReadValue = { kind: 'value'; value: Plain } | { kind: 'problems'; diagnostics: Diagnostic[] };

/**
 * The value of `text` alone, by the fast reader where it is sure, else by {@link readWithLibrary}. The two agree. Whoever
 * gives `recurring` gets what recurs in many texts as one value, and may not change it.
 */
export function readValue(text: string, shape: Shape, file: string, recurring?: RecurringParts): ReadValue {
  const fast = readFast(text, shape, recurring);
  if (fast) return { kind: 'value', value: fast.value };
  const { value, diagnostics } = readWithLibrary(text, shape, file);
  return value === undefined ? { kind: 'problems', diagnostics } : { kind: 'value', value };
}

import type { AboutRule, ItemText } from '../../src/check/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Edit } from '../../src/model/edit.ts';
import type { TextChange } from '../../src/text/index.ts';

/**
 * What the page asks of the worker. `lookups` comes first, then one `check` for each version of a text, and `draw`
 * when the page of the text checked last is wanted. With `edits` the text that they make is checked, which the page
 * itself makes only once the key is painted.
 */
export type CheckRequest =
  | { kind: 'lookups'; data: LookupData }
  | { kind: 'check'; request: number; subject: ItemText; edits?: readonly Edit[] }
  | { kind: 'draw'; request: number };

/** The answer to a `check`: what is wrong. */
export interface CheckAnswer {
  kind: 'checked';
  request: number;
  /** What was checked: the text asked about, or what the edits made of it by `changes`. */
  text: string;
  changes: readonly TextChange[];
  diagnostics: Diagnostic[];
  /** The rules that found something, by code. */
  rules: Record<string, AboutRule>;
}

/** The answer to a `draw`: the page of the guide, where the text makes one. */
export interface DrawAnswer {
  kind: 'drawn';
  request: number;
  page: string | undefined;
}

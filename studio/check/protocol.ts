import type { AboutRule, ItemText } from '../../src/check/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/**
 * What the page asks of the worker. `lookups` comes first, then one `check` for each version of a text, and `draw`
 * when the page of the text checked last is wanted; of a translation, that of the item as it is in `division`.
 */
export type CheckRequest =
  | { kind: 'lookups'; data: LookupData }
  | { kind: 'check'; request: number; subject: ItemText }
  | { kind: 'draw'; request: number; division: string | undefined };

/** The answer to a `check`: what is wrong. */
export interface CheckAnswer {
  kind: 'checked';
  request: number;
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

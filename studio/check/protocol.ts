import type { AboutRule, ItemText } from '../../src/check/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** What the page asks of the worker. `lookups` comes first, then one `check` for each version of a text. */
export type CheckRequest =
  { kind: 'lookups'; data: LookupData } | { kind: 'check'; request: number; subject: ItemText };

/** The answer to a `check`: what is wrong, and the page of the guide where the text makes one. */
export interface CheckAnswer {
  request: number;
  diagnostics: Diagnostic[];
  /** The rules that found something, by code. */
  rules: Record<string, AboutRule>;
  page: string | undefined;
}

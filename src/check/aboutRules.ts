import type { Lookups } from '../catalogue/index.ts';
import type { Cite, Diagnostic } from '../model/diagnostic.ts';
import type { Plain } from '../model/edit.ts';
import type { Words } from '../model/schemas.ts';
import { anyShape, serialize } from '../text/index.ts';
import { readyRules } from './readyRules.ts';
import type { AnyExample } from './rules/index.ts';

/** What a reader of a finding may want to know of its rule. */
export interface AboutRule {
  title: Words;
  why: Words;
  cites: Cite[];
  /** A case with a finding, as the text of a file. */
  bad: { name: string; text: string } | undefined;
}

/** The rules of `diagnostics`, by code; what is found by reading, schemas and references has none. */
export function aboutRules(
  diagnostics: readonly Diagnostic[],
  setting: { lookups: Lookups; date: string },
): Record<string, AboutRule> {
  const { known } = readyRules(setting);
  const out: Record<string, AboutRule> = {};
  for (const { code } of diagnostics) {
    const rule = known.get(code);
    if (rule === undefined || Object.hasOwn(out, code)) continue;
    const [bad] = rule.bad;
    const { title, why, cites } = rule;
    out[code] = { title, why, cites, bad: bad && { name: bad.name, text: caseText(bad) } };
  }
  return out;
}

/** What only says how an example is tested. */
const besides = new Set(['name', 'at', 'file']);

/** An example as the text of a file, for pages about its rule. */
export function caseText(example: AnyExample): string {
  const shown = Object.fromEntries(Object.entries(example).filter(([key]) => !besides.has(key)));
  // Examples are what files hold.
  return serialize(shown as Plain, { shape: anyShape }).trimEnd();
}

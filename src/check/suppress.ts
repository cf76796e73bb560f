import { placeOf, type Source, type Suppression } from '../catalogue/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { namedPath } from '../model/path.ts';
import type { ReadyRules } from './readyRules.ts';

/**
 * `diagnostics` with those marked that the catalogue lets be on the day of the check: they weigh as `info` and keep
 * their severity beside the reason. Only findings of rules are let be, never what cannot be read or breaks a schema.
 * `used` has the suppressions that hid something.
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  { lookups, date }: Pick<ReadyRules, 'lookups' | 'date'>,
  sources: ReadonlyMap<string, Source<unknown>>,
): { diagnostics: Diagnostic[]; used: ReadonlySet<Suppression> } {
  const used = new Set<Suppression>();
  const byRule = new Map<string, Suppression[]>();
  for (const one of lookups.data.suppressions) {
    const { rule, reason, until } = one;
    if (rule === undefined || reason === undefined || until === undefined || until < date) continue;
    byRule.set(rule, [...(byRule.get(rule) ?? []), one]);
  }
  if (byRule.size === 0) return { diagnostics: [...diagnostics], used };
  const marked = diagnostics.map((diagnostic) => {
    const by = byRule
      .get(diagnostic.code)
      ?.find((one) => hides(one, diagnostic, sources.get(diagnostic.file)?.written));
    if (by === undefined) return diagnostic;
    used.add(by);
    const { severity } = diagnostic;
    const { reason = '', until = '' } = by;
    return { ...diagnostic, severity: 'info' as const, suppressed: { reason, until, severity } };
  });
  return { diagnostics: marked, used };
}

function hides(one: Suppression, { file, path }: Diagnostic, written: unknown): boolean {
  if (one.file !== undefined && one.file !== file) return false;
  if (one.item !== undefined || one.division !== undefined || one.file === undefined) {
    const place = placeOf(file);
    if (place.kind !== 'file' || one.item === undefined || place.id !== one.item) return false;
    if (one.division !== undefined && one.division !== place.division) return false;
  }
  if (one.path === undefined) return true;
  const named = namedPath(written, path).map(String);
  // A layer says the fields of an item below `overlay`.
  const steps = named[0] === 'overlay' ? named.slice(1) : named;
  return one.path.split('.').every((step, at) => steps[at] === step);
}

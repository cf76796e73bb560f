import type { Diagnostic, Severity } from '../../model/diagnostic.ts';

/** How many diagnostics there are of each severity, those that are let be counted apart. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity | 'suppressed', number> {
  const counts = { error: 0, warning: 0, info: 0, suppressed: 0 };
  for (const { severity, suppressed } of diagnostics)
    counts[suppressed === undefined ? severity : 'suppressed']++;
  return counts;
}

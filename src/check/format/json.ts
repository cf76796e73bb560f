import { citeInWords } from '../../model/citedLaws.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { pointer } from '../../model/path.ts';
import { countBySeverity } from './count.ts';

/**
 * Diagnostics as one JSON document: `{version, counts, diagnostics: [{code, severity, message, messageEn, file,
 * path (RFC 6901), range, cites: [{law, article?, paragraph?, words}], fix?, suppressed?: {reason, until,
 * severity}}]}`. A suppressed finding has severity `info`, and the one it would have beside its reason.
 */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  const document = {
    version: 1,
    counts: countBySeverity(diagnostics),
    diagnostics: diagnostics.map((d) => ({
      ...d,
      path: pointer(d.path),
      cites: d.cites.map((cite) => ({ ...cite, words: citeInWords(cite).zh })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

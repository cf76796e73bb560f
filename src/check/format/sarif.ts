import { citeInWords } from '../../model/citedLaws.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { pointer } from '../../model/path.ts';
import { rules } from '../rules/index.ts';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Diagnostics as SARIF 2.1.0 (OASIS), for code hosts and CI. Files are relative to the catalogue's root. */
export function formatSarif(diagnostics: readonly Diagnostic[]): string {
  const described = new Map(rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set(diagnostics.map((d) => d.code))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'guicheng',
            rules: ids.map((id) => ({
              id,
              shortDescription: { text: described.get(id)?.title.zh ?? id },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((d) => ({
          ruleId: d.code,
          ruleIndex: ids.indexOf(d.code),
          level: levels[d.severity],
          message: {
            text: `${d.message}${d.cites.length === 0 ? '' : `（${d.cites.map((cite) => citeInWords(cite).zh).join('、')}）`}`,
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(d.file), uriBaseId: 'CATALOGUE' },
                ...(d.range && {
                  region: {
                    startLine: d.range.start.line,
                    startColumn: d.range.start.column,
                    endLine: d.range.end.line,
                    endColumn: d.range.end.column,
                  },
                }),
              },
              logicalLocations: [{ fullyQualifiedName: pointer(d.path) }],
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

import { citeInWords } from '../../model/citedLaws.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { pointer } from '../../model/path.ts';
import { families, rules, type Rule } from '../rules/index.ts';

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
            rules: ids.map((id) => describe(id, described.get(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((d) => ({
          ruleId: d.code,
          ruleIndex: ids.indexOf(d.code),
          level: levels[d.suppressed?.severity ?? d.severity],
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
          ...(d.suppressed && {
            suppressions: [
              {
                kind: 'external',
                status: 'accepted',
                justification: `${d.suppressed.reason}（至 ${d.suppressed.until}）`,
              },
            ],
          }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A rule as SARIF's reportingDescriptor; findings that are of no rule have their code alone. */
function describe(id: string, rule: Rule | undefined): object {
  if (rule === undefined) return { id, shortDescription: { text: id } };
  const laws = rule.cites.map((cite) => citeInWords(cite).zh).join('、');
  return {
    id,
    shortDescription: { text: rule.title.zh },
    fullDescription: { text: rule.title.en },
    help: { text: `${rule.why.zh}${laws === '' ? '' : `依据：${laws}。`}` },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [rule.family, families[rule.family].zh] },
  };
}

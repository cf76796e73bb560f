// What is reckoned from facts. `reportFacts.ts`, which reads them from a catalogue, stands apart: it brings the rules.
export { figuresOf } from './figuresOf.ts';
export { fractionText, numberText, percentText, valueText } from './figureText.ts';
export { compared, formatReport } from './formatReport.ts';
export { grouped } from './grouped.ts';
export { bundlesInScope, findingsInScope, inScope, scopeInWords, scopesBy, type By } from './inScope.ts';
export { levelRows, levelRowsInScope, type LevelField, type LevelRow } from './levelRows.ts';
export { provisionalEnds } from './figures/provisional.ts';
export { figureTable, levelFieldWords, reportTables, type ReportTable } from './reportTables.ts';
export * from './types.ts';

export { aboutRules, caseText, type AboutRule } from './aboutRules.ts';
export { checkCatalogue, checkStructure } from './checkCatalogue.ts';
export { checkItemText, type ItemText, type ItemTextResult } from './checkItemText.ts';
export { formatJson } from './format/json.ts';
export { formatSarif } from './format/sarif.ts';
export { formatText } from './format/text.ts';
export type { CheckSetting } from './readyRules.ts';
export * from './rules/index.ts';
export { checkSchema } from './schema/checkSchema.ts';

export { checkCatalogue } from './checkCatalogue.ts';
export { checkItemText, type ItemText, type ItemTextResult } from './checkItemText.ts';
export { formatJson } from './format/json.ts';
export { formatSarif } from './format/sarif.ts';
export { formatText } from './format/text.ts';
export {
  catalogueRules,
  itemRules,
  rules,
  type CatalogueRule,
  type Finding,
  type ItemRule,
  type Rule,
} from './rules/index.ts';
export { checkSchema } from './schema/checkSchema.ts';

export { aboutRules, caseText, type AboutRule } from './aboutRules.ts';
export {
  checkCatalogue,
  checkEffective,
  checkStructure,
  layersOf,
  onceEach,
  ordered,
} from './checkCatalogue.ts';
export { checkItemText, type ItemText, type ItemTextResult } from './checkItemText.ts';
export { formatJson } from './format/json.ts';
export { formatSarif } from './format/sarif.ts';
export { formatText } from './format/text.ts';
export { conditionWords, listWords, type NameOf } from './localRules/conditionWords.ts';
export { judgeCases, type JudgedCase } from './localRules/judgeCases.ts';
export { compilePattern } from './localRules/pattern.ts';
export { ruleFields, ruleLists, type RuleField } from './localRules/ruleFields.ts';
export { conditionProblems, ruleProblems, type Kind, type Problem } from './localRules/ruleProblems.ts';
export { tryRule, type TriedRule } from './localRules/tryRule.ts';
export { locate } from './locate.ts';
export { readyRules, type CheckSetting, type ReadyRules } from './readyRules.ts';
export * from './rules/index.ts';
export { recurringCheck, type RecurringCheck } from './recurringCheck.ts';
export { RecurringStructure } from './recurringStructure.ts';
export { runCatalogueRules, runFileRules, runItemRules, runItemRulesOn, runLayerRules } from './runRules.ts';
export { checkSchema } from './schema/checkSchema.ts';
export { settingFindings } from './settingFindings.ts';
export { suppress } from './suppress.ts';
export { logoFindings } from './themeFindings.ts';
export { withoutUnjudged } from './withoutUnjudged.ts';

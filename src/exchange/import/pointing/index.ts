export { drawnTable } from './drawnTable.ts';
export { choiceOf, fieldChoices, type FieldChoice } from './fieldChoices.ts';
export {
  notChosen,
  pointedProfile,
  pointingProblems,
  profileText,
  type PointedColumn,
  type PointedTable,
  type Pointing,
} from './pointedProfile.ts';
export {
  partKey,
  sourceTables,
  type Drawn,
  type Layout,
  type SourceColumn,
  type SourceTable,
} from './sourceTables.ts';
export {
  knownNames,
  ruleOf,
  suggestionFor,
  suggestionsOf,
  type PointedRule,
  type Suggestion,
} from './suggestRules.ts';

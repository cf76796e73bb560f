export { allCases, mostCases, type AllCases } from './allCases.ts';
export type {
  BundleMaterial,
  BundleMaterials,
  Count,
  MemberMaterial,
  SharedProposal,
} from './bundle/bundleMaterials.ts';
export type { MemberItems, StandingMember } from './bundle/bundleMembers.ts';
export { readBundleAnswers, reckonBundle, type BundleReckoning } from './bundle/reckonBundle.ts';
export { readAnswers, type CaseProblem } from './caseProblems.ts';
export { caseChoices, type CaseChoice } from './caseChoices.ts';
export { caseSpace, caseWhere, caseWords, type CaseSpace, type Dimension } from './caseSpace.ts';
export { criticalPath, criticalPathIn, type CriticalPath } from './criticalPath.ts';
export { dayNumber, isoDate, weekday } from './day.ts';
export {
  dueDate,
  longestPeriod,
  workingDaysBetween,
  type DayUnit,
  type Due,
  type Period,
  type Refused,
  type WorkingDays,
} from './dueDate.ts';
export {
  allExampleProblems,
  exampleName,
  exampleProblems,
  examplesOf,
  type ExampleProblem,
} from './exampleProblems.ts';
export {
  reckonFee,
  roundingWords,
  totalFees,
  type Asked,
  type FeeLine,
  type Reckoning,
  type TotalFees,
} from './fee.ts';
export { isSpecialStep } from './isSpecialStep.ts';
export { withoutOwnLimit } from './ownLimit.ts';
export { questionName, questionsOf, variantQuestion } from './questions.ts';
export {
  feeNumbers,
  feeQuestions,
  quantityQuestion,
  selectCase,
  type Case,
  type Chosen,
} from './selectCase.ts';
export { slotRows, type Slot, type SlotRows } from './slotRows.ts';
export {
  actOnSteps,
  isOwn,
  type NewStep,
  type StepAct,
  type StepActResult,
  type StepsSubject,
} from './stepActs.ts';
export { stepGraph, type StepGraph } from './stepGraph.ts';
export {
  isEmptyRange,
  isInRange,
  judgeWhen,
  rangeOf,
  type Answers,
  type Range,
  type Verdict,
} from './when.ts';
export { rangeWords, stretchesOf } from './stretches.ts';
export { whensOf, type Condition } from './whensOf.ts';
export { whenWords } from './whenWords.ts';
export { weekParts } from './weekParts.ts';
export { effectWords, formatFen, formatLimit, type Language } from './words.ts';

export { allCases, mostCases, type AllCases } from './allCases.ts';
export { readAnswers, type CaseProblem } from './caseProblems.ts';
export { criticalPath, weekParts, type CriticalPath } from './criticalPath.ts';
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
export { reckonFee, totalFees, type FeeLine, type Reckoning, type TotalFees } from './fee.ts';
export { quantityQuestion, selectCase, type Case, type Chosen } from './selectCase.ts';
export { stepGraph, type StepGraph } from './stepGraph.ts';
export { judgeWhen, rangeOf, type Answers, type Verdict } from './when.ts';
export { formatFen, formatLimit, type Language } from './words.ts';

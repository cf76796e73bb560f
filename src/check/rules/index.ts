import { preconditionCycle } from './across/precondition-cycle.ts';
import { basisNamesArticle } from './basis/basis-names-article.ts';
import { establishingBasisRank } from './basis/establishing-basis-rank.ts';
import { codesWellformed } from './codes/codes-wellformed.ts';
import { feeBasisRank } from './fees/fee-basis-rank.ts';
import { acceptanceWithinFiveDays } from './limits/acceptance-within-five-days.ts';
import { excludedOnlySpecialSteps } from './limits/excluded-only-special-steps.ts';
import { promisedWithinStatutory } from './limits/promised-within-statutory.ts';
import { intermediaryBasisRank } from './materials/intermediary-basis-rank.ts';
import { stepsWithinPromise } from './procedure/steps-within-promise.ts';
import type { Rule } from './rule.ts';

/** All rules, by family in the order of `families`; within a family in the order of the articles they follow from. */
export const rules: readonly Rule[] = [
  // basis
  establishingBasisRank,
  basisNamesArticle,
  // authority
  // conditions
  // materials
  intermediaryBasisRank,
  // procedure
  stepsWithinPromise,
  // limits
  acceptanceWithinFiveDays,
  promisedWithinStatutory,
  excludedOnlySpecialSteps,
  // fees
  feeBasisRank,
  // result
  // quantity
  // service
  // supervision
  // reform
  // staff
  // codes
  codesWellformed,
  // language
  // layers
  // across
  preconditionCycle,
];

export { families, type Family } from './families.ts';
export type * from './rule.ts';

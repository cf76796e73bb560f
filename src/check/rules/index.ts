import { preconditionCycle } from './across/precondition-cycle.ts';
import { basisNamesArticle } from './basis/basis-names-article.ts';
import { establishingBasisRank } from './basis/establishing-basis-rank.ts';
import { codesWellformed } from './codes/codes-wellformed.ts';
import { feeBasisRank } from './fees/fee-basis-rank.ts';
import { layerAdds } from './layers/layer-adds.ts';
import { layerChangesFixed } from './layers/layer-changes-fixed.ts';
import { layerDemandsMore } from './layers/layer-demands-more.ts';
import { layerDropsWhatStands } from './layers/layer-drops-what-stands.ts';
import { layerGroundsPointSomewhere } from './layers/layer-grounds-point-somewhere.ts';
import { layerGroundsSufficient } from './layers/layer-grounds-sufficient.ts';
import { layerLengthensLimit } from './layers/layer-lengthens-limit.ts';
import { layerRaisesFee } from './layers/layer-raises-fee.ts';
import { layerSaysTheSame } from './layers/layer-says-the-same.ts';
import { layerUnlikeUnits } from './layers/layer-unlike-units.ts';
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
  layerChangesFixed,
  layerAdds,
  layerDropsWhatStands,
  layerGroundsSufficient,
  layerDemandsMore,
  layerLengthensLimit,
  layerRaisesFee,
  layerUnlikeUnits,
  layerGroundsPointSomewhere,
  layerSaysTheSame,
  // across
  preconditionCycle,
];

export { families, type Family } from './families.ts';
export type * from './rule.ts';

import { acceptanceWithinFiveDays } from './acceptance-within-five-days.ts';
import { basisNamesArticle } from './basis-names-article.ts';
import { codesWellformed } from './codes-wellformed.ts';
import { establishingBasisRank } from './establishing-basis-rank.ts';
import { excludedOnlySpecialSteps } from './excluded-only-special-steps.ts';
import { feeBasisRank } from './fee-basis-rank.ts';
import { intermediaryBasisRank } from './intermediary-basis-rank.ts';
import { preconditionCycle } from './precondition-cycle.ts';
import { promisedWithinStatutory } from './promised-within-statutory.ts';
import type { CatalogueRule, FileRule, ItemRule, Rule } from './rule.ts';
import { stepsWithinPromise } from './steps-within-promise.ts';

/** All rules, in the order of the articles they follow from. */
export const rules: readonly Rule[] = [
  establishingBasisRank,
  basisNamesArticle,
  acceptanceWithinFiveDays,
  stepsWithinPromise,
  promisedWithinStatutory,
  excludedOnlySpecialSteps,
  feeBasisRank,
  intermediaryBasisRank,
  preconditionCycle,
  codesWellformed,
];

export const itemRules: readonly ItemRule[] = rules.filter((rule) => rule.scope === 'item');
export const catalogueRules: readonly CatalogueRule[] = rules.filter((rule) => rule.scope === 'catalogue');
export const fileRules: readonly FileRule[] = rules.filter((rule) => rule.scope === 'file');
export type { CatalogueRule, Example, FileExample, FileRule, Finding, ItemRule, Rule } from './rule.ts';

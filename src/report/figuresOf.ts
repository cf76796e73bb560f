import { bundleFigures } from './figures/bundles.ts';
import { burdenFigures } from './figures/burden.ts';
import { centreFigures } from './figures/centre.ts';
import { findingFigures } from './figures/findings.ts';
import { formFigures } from './figures/forms.ts';
import { itemFigures } from './figures/items.ts';
import { levelFigures } from './figures/levels.ts';
import { limitFigures } from './figures/limits.ts';
import { objectionFigures } from './figures/objections.ts';
import { provisionalFigures } from './figures/provisional.ts';
import { bundlesInScope, findingsInScope, inScope, objectionsInScope } from './inScope.ts';
import { levelRowsInScope } from './levelRows.ts';
import type { Figure, ReportFacts, Scope } from './types.ts';

/** Every figure of `scope` in the order of the groups, each with its denominator and the items behind it. */
export function figuresOf(facts: ReportFacts, scope: Scope = {}): Figure[] {
  const subjects = inScope(facts, scope);
  return [
    ...itemFigures(subjects, facts),
    ...centreFigures(subjects, scope),
    ...limitFigures(subjects),
    ...burdenFigures(subjects, scope),
    ...formFigures(subjects),
    ...bundleFigures(bundlesInScope(facts, scope)),
    ...provisionalFigures(subjects, facts.date),
    ...levelFigures(levelRowsInScope(facts, scope)),
    ...objectionFigures(objectionsInScope(facts, scope)),
    ...findingFigures(findingsInScope(facts, scope), subjects, facts.rules),
  ];
}

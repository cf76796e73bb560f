import type { Bundle, BundleQuestion } from '../../model/bundle.ts';
import type { Draft, Question } from '../../model/item.ts';
import { readAnswers, type CaseProblem } from '../caseProblems.ts';
import { elementsOf, mapOf } from '../elements.ts';
import type { Answers } from '../when.ts';
import { bundleLimit, type BundleLimit } from './bundleLimit.ts';
import {
  bundleMaterials,
  proposeShared,
  type BundleMaterials,
  type SharedProposal,
} from './bundleMaterials.ts';
import { memberCases, type MemberCases, type MemberItems, type StandingMember } from './bundleMembers.ts';
import { memberOrder, type HandledInParallel, type MemberEdge } from './bundleOrder.ts';
import { bundleSteps, type BundleSteps } from './bundleSteps.ts';

/** What a bundle asks of an applicant, and what it saves against its members one after another. */
export interface BundleReckoning extends Pick<
  MemberCases,
  'answers' | 'ruledOut' | 'missing' | 'remaining' | 'open'
> {
  members: StandingMember[];
  edges: MemberEdge[];
  parallel: HandledInParallel[];
  limit: BundleLimit;
  steps: BundleSteps;
  materials: BundleMaterials;
  proposals: SharedProposal[];
  visits: Visits;
  problems: CaseProblem[];
}

export interface Visits {
  apart: number;
  together: number;
  /** Members that do not say how often one has to come. */
  unstated: string[];
}

/**
 * Reckons `draft`, a bundle, for the answers given: the members that stand, who waits for whom, days and
 * materials together and apart. `items` are the effective items of the members where the applicant is. Never
 * throws on a draft.
 */
export function reckonBundle(draft: Draft<Bundle>, items: MemberItems, answers: Answers): BundleReckoning {
  const bundle: Draft<Bundle> = mapOf(draft);
  const { standing, ...cases } = memberCases(bundle, items, answers);
  const { edges, parallel } = memberOrder(bundle, standing);
  return {
    ...cases,
    members: standing,
    edges,
    parallel,
    limit: bundleLimit(bundle, standing, edges),
    steps: bundleSteps(bundle, standing, edges),
    materials: bundleMaterials(bundle, standing),
    proposals: proposeShared(bundle, standing),
    visits: visitsOf(bundle, standing),
  };
}

/** Answers to a bundle as they come from a command line: numbers where a question of it or of a member wants one. */
export function readBundleAnswers(
  draft: Draft<Bundle>,
  items: MemberItems,
  written: Readonly<Record<string, string>>,
): Record<string, string | number> {
  const bundle: Draft<Bundle> = mapOf(draft);
  const questions: Draft<Question>[] = [
    ...(elementsOf(bundle.questions) as Draft<BundleQuestion & Question>[]),
    ...elementsOf(bundle.members).flatMap(({ id, item }) =>
      elementsOf(items.get(item ?? '')?.questions).map((question) => ({
        ...question,
        id: `${id}/${question.id}`,
      })),
    ),
  ];
  return readAnswers({ questions }, written);
}

/** Once where the bundle says how often, else as often as the member that asks most. */
function visitsOf(bundle: Draft<Bundle>, standing: readonly StandingMember[]): Visits {
  const visits = standing.map(({ id, item }) => ({ id, visits: item.service?.visits }));
  const stated = visits.flatMap((one) => (typeof one.visits === 'number' ? [one.visits] : []));
  return {
    apart: stated.reduce((sum, one) => sum + one, 0),
    together: bundle.acceptance?.visits ?? Math.max(0, ...stated),
    unstated: visits.filter((one) => typeof one.visits !== 'number').map(({ id }) => id),
  };
}

import type { Draft, Step, StepKind } from '../model/item.ts';

/** Accepting (Art. 32) and delivering (Art. 44) have limits of their own: the promise runs from acceptance to decision. */
const limitedApart: ReadonlySet<StepKind> = new Set<StepKind>(['accept', 'supplement', 'deliver']);

/** The step as it counts against the promise: what is accepted or delivered in a time of its own counts nothing. */
export function withoutOwnLimit(step: Draft<Step>): Draft<Step> {
  return step.kind !== undefined && limitedApart.has(step.kind) ? { ...step, days: undefined } : step;
}

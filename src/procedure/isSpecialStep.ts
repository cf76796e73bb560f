import type { Draft, Step, StepKind } from '../model/item.ts';

/** What every procedure has; every other kind of step is a special one. */
const plain: ReadonlySet<StepKind> = new Set<StepKind>([
  'accept',
  'supplement',
  'review',
  'decide',
  'deliver',
]);

/** Whether a step is a special one: a site inspection, testing, expert review, hearing and the like. */
export function isSpecialStep({ kind }: Draft<Step>): boolean {
  return kind !== undefined && !plain.has(kind);
}

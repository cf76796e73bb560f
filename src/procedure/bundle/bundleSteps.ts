import type { Bundle, JointStep } from '../../model/bundle.ts';
import type { Draft, Step } from '../../model/item.ts';
import { criticalPath, type CriticalPath } from '../criticalPath.ts';
import { elementsOf, stringsOf } from '../elements.ts';
import type { StandingMember } from './bundleMembers.ts';
import { waitsFor, type MemberEdge } from './bundleOrder.ts';

export interface BundleSteps {
  /** All steps of the bundle: ids are `member/step`, `joint/id`, `accept`, and `deliver` where all is delivered together. */
  steps: Draft<Step>[];
  /** The days that these steps need from acceptance to the last decision. */
  path: CriticalPath;
}

/**
 * The steps of all members as one procedure: accepted once, joint steps in place of the steps that they merge,
 * a member that waits for another after that one's decision, delivered once where all is delivered together.
 * Accepting and delivering have limits of their own (Licensing Law, Art. 32 and 44) and count no days here.
 */
export function bundleSteps(
  bundle: Draft<Bundle>,
  standing: readonly StandingMember[],
  edges: readonly MemberEdge[],
): BundleSteps {
  const together = bundle.delivery?.way === 'together';
  const joint = jointOf(bundle, standing);
  const nameOf = (member: string, step: Draft<Step>): string => {
    if (step.kind === 'accept') return 'accept';
    if (step.kind === 'deliver' && together) return 'deliver';
    const merged = joint.find((one) => one.steps.has(`${member}/${step.id}`));
    return merged === undefined ? `${member}/${step.id}` : merged.id;
  };
  const out = new Map<string, Draft<Step>>();
  for (const one of standing) {
    const own = one.case.steps.map(({ element }) => element).filter(({ id }) => id !== undefined);
    const names = new Map(own.map((step) => [step.id!, nameOf(one.id, step)]));
    const before = waitsFor(edges, one.id).flatMap((other) => endsOf(standing, other, nameOf));
    for (const step of own) {
      const id = names.get(step.id!)!;
      const waits = stringsOf(step.after).map((after) => names.get(after) ?? '');
      const begins = id !== 'accept' && waits.every((after) => after === 'accept');
      const after = [...waits, ...(begins ? ['accept', ...before] : [])].filter(
        (name) => name !== '' && name !== id,
      );
      const known = out.get(id);
      if (known === undefined) out.set(id, { ...stepAs(id, step, joint), after: [...new Set(after)] });
      else known.after = [...new Set([...stringsOf(known.after), ...after])];
    }
  }
  const ids = new Set(out.keys());
  const steps = [...out.values()].map((step) => ({
    ...step,
    after: stringsOf(step.after).filter((after) => ids.has(after)),
  }));
  return { steps, path: criticalPath(steps, bundle.limits) };
}

interface Merged {
  id: string;
  joint: Draft<JointStep>;
  /** `member/step` of what it takes the place of, as far as it stands. */
  steps: Set<string>;
  excluded: boolean;
}

function jointOf(bundle: Draft<Bundle>, standing: readonly StandingMember[]): Merged[] {
  return elementsOf(bundle.joint).flatMap((joint) => {
    const found = elementsOf(joint.steps).flatMap(({ member, step }) => {
      const chosen = standing
        .find(({ id }) => id === member)
        ?.case.steps.find(({ element }) => element.id === step);
      return chosen === undefined ? [] : [{ name: `${member}/${step}`, step: chosen.element }];
    });
    // What only one member still has to do is its own step.
    if (found.length < 2 || joint.id === undefined) return [];
    return [
      {
        id: `joint/${joint.id}`,
        joint,
        steps: new Set(found.map(({ name }) => name)),
        excluded: found.every(({ step }) => step.excluded === true),
      },
    ];
  });
}

function stepAs(id: string, step: Draft<Step>, joint: readonly Merged[]): Draft<Step> {
  const merged = joint.find((one) => one.id === id);
  if (merged !== undefined)
    return {
      id,
      name: merged.joint.name ?? merged.id,
      ...(merged.joint.days !== undefined && { days: merged.joint.days }),
      ...(merged.excluded && { excluded: true }),
    };
  const { days, ...rest } = step;
  const counts = step.kind !== 'accept' && step.kind !== 'supplement' && step.kind !== 'deliver';
  return { ...rest, id, ...(counts && days !== undefined && { days }) };
}

/** The steps with which a member ends but for delivering. */
function endsOf(
  standing: readonly StandingMember[],
  member: string,
  nameOf: (member: string, step: Draft<Step>) => string,
): string[] {
  const steps = (standing.find(({ id }) => id === member)?.case.steps ?? [])
    .map(({ element }) => element)
    .filter(({ id, kind }) => id !== undefined && kind !== 'deliver');
  const waited = new Set(steps.flatMap(({ after }) => stringsOf(after)));
  return steps.filter(({ id }) => !waited.has(id!)).map((step) => nameOf(member, step));
}

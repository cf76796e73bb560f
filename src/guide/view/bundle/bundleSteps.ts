import type { Bundle } from '../../../model/bundle.ts';
import type { Draft } from '../../../model/item.ts';
import { formatLimit, type BundleReckoning } from '../../../procedure/index.ts';
import type { StepView } from '../types.ts';
import type { BundleMemberView } from './types.ts';

/**
 * What happens, one box a member: accepted once, joint steps before the members that take part, members after
 * those that they wait for, delivered. Each step stands after those that it waits for.
 */
export function bundleStepViews(
  bundle: Draft<Bundle>,
  { edges, limit, members: standing, steps }: BundleReckoning,
  members: readonly BundleMemberView[],
): StepView[] {
  const critical = limit.together.kind === 'path' ? limit.together.ids : [];
  const begins = boxOf({ id: 'accept', text: '统一受理', critical: true });
  const joint = (bundle.joint ?? []).flatMap((one) => {
    const id = `joint/${one.id}`;
    const reckoned = steps.steps.find((step) => step.id === id);
    if (reckoned === undefined) return [];
    return [
      boxOf({
        id,
        text: one.name ?? '',
        after: ['accept'],
        afterNames: [begins.text],
        days: one.days === undefined ? '' : formatLimit(one.days),
        excluded: reckoned.excluded === true,
        critical: (one.steps ?? []).some(({ member }) => member === critical[0]),
      }),
    ];
  });
  const jointOf = (member: string) =>
    (bundle.joint ?? [])
      .filter((one) => (one.steps ?? []).some((step) => step.member === member))
      .map(({ id }) => `joint/${id}`)
      .filter((id) => joint.some((box) => box.id === id));
  const order = inOrder(
    standing.map(({ id }) => id),
    edges,
  );
  const boxes = order.flatMap((id) => {
    const view = members.find((one) => one.id === id);
    if (view === undefined) return [];
    const before = [...new Set(edges.filter((edge) => edge.after === id).map((edge) => edge.before))];
    const starts = [...jointOf(id), ...before];
    const after = starts.length > 0 ? starts : ['accept'];
    return [
      boxOf({
        id,
        text: view.name,
        after,
        afterNames: view.waits,
        days: view.limit,
        when: view.when,
        whenWords: view.whenWords,
        critical: critical.includes(id),
      }),
    ];
  });
  const waited = new Set(boxes.flatMap(({ after }) => after));
  const together = bundle.delivery?.way !== 'each';
  const last = boxOf({
    id: 'deliver',
    text: together ? '一并送达' : '逐件送达',
    after: boxes.map(({ id }) => id).filter((id) => !waited.has(id)),
    critical: true,
  });
  return [begins, ...joint, ...boxes, last];
}

/** Members so that each comes after those it waits for; those in a circle last. */
function inOrder(ids: readonly string[], edges: BundleReckoning['edges']): string[] {
  const out: string[] = [];
  for (let left = [...ids]; left.length > 0;) {
    const ready = left.filter((id) => edges.every((edge) => edge.after !== id || out.includes(edge.before)));
    if (ready.length === 0) return [...out, ...left];
    out.push(...ready);
    left = left.filter((id) => !ready.includes(id));
  }
  return out;
}

function boxOf(step: Partial<StepView> & Pick<StepView, 'id' | 'text'>): StepView {
  return {
    index: 0,
    basis: [],
    when: {},
    whenWords: '',
    kind: '',
    days: '',
    post: '',
    output: '',
    after: [],
    afterNames: [],
    excluded: false,
    critical: false,
    examines: [],
    ...step,
  };
}

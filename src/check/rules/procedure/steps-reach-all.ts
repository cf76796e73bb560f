import type { Draft, Step, StepKind } from '../../../model/item.ts';
import { stepGraph } from '../../../procedure/index.ts';
import type { Finding, ItemRule } from '../rule.ts';

type Stage = 'accept' | 'review' | 'decide' | 'deliver';

const words: Record<Stage, { zh: string; en: string }> = {
  accept: { zh: '受理', en: 'accept' },
  review: { zh: '审查', en: 'review' },
  decide: { zh: '决定', en: 'decide' },
  deliver: { zh: '送达', en: 'deliver' },
};

/** Kinds by which nothing is examined; any other step may stand for the review. */
const notExamining: ReadonlySet<StepKind> = new Set<StepKind>([
  'accept',
  'supplement',
  'decide',
  'deliver',
  'public-notice',
]);

export const stepsReachAll: ItemRule = {
  id: 'steps-reach-all',
  family: 'procedure',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '环节从受理经审查、决定到送达，没有断头',
    en: 'The steps lead from acceptance by review and decision to delivery, and none hangs loose',
  },
  why: {
    zh: '缺了环节，申请人看不到全过程，期限也无从计算；审查不通向决定，等于白审。补上缺的环节，写好前置环节。',
    en: 'Where a step lacks nobody sees the whole way nor can reckon its time, and a review that leads to no decision is idle. Add what lacks, and say what each step comes after.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 30 },
    { law: 'administrative-licensing-law', article: 37 },
  ],
  good: [
    {
      name: 'all four',
      item: {
        procedure: {
          steps: [
            { id: 'a', kind: 'accept' },
            { id: 'r', kind: 'review', after: ['a'] },
            { id: 'd', kind: 'decide', after: ['r'] },
            { id: 's', kind: 'deliver', after: ['d'] },
          ],
        },
      },
    },
    {
      name: 'steps taken over from prose, whose kinds are not written yet',
      item: {
        procedure: {
          steps: [
            { id: 'a', name: '窗口受理' },
            { id: 'd', name: '领导审批' },
          ],
        },
      },
    },
    {
      name: 'a site inspection is the review, and a notice follows the decision',
      item: {
        procedure: {
          steps: [
            { id: 'a', kind: 'accept' },
            { id: 'r', kind: 'site-inspection', after: ['a'] },
            { id: 'd', kind: 'decide', after: ['r'] },
            { id: 'n', kind: 'public-notice', after: ['d'] },
            { id: 's', kind: 'deliver', after: ['d'] },
          ],
        },
      },
    },
    {
      name: 'an instant item, reviewed as it is decided',
      item: {
        basics: { handling: 'instant' },
        procedure: {
          steps: [
            { id: 'a', kind: 'accept' },
            { id: 'd', kind: 'decide', after: ['a'] },
            { id: 's', kind: 'deliver', after: ['d'] },
          ],
        },
      },
    },
    {
      name: 'an order that nobody has written yet',
      item: {
        procedure: {
          steps: [
            { id: 'a', kind: 'accept' },
            { id: 'r', kind: 'review' },
            { id: 'd', kind: 'decide' },
            { id: 's', kind: 'deliver' },
          ],
        },
      },
    },
    { name: 'no procedure', item: { procedure: { none: '由法律直接规定' } } },
  ],
  bad: [
    {
      name: 'nobody decides',
      item: {
        procedure: {
          steps: [
            { id: 'a', kind: 'accept' },
            { id: 'r', kind: 'review', after: ['a'] },
            { id: 's', kind: 'deliver', after: ['r'] },
          ],
        },
      },
      at: ['procedure', 'steps'],
    },
    {
      name: 'nobody delivers, which weighs less',
      item: {
        procedure: {
          steps: [
            { id: 'a', kind: 'accept' },
            { id: 'r', kind: 'review', after: ['a'] },
            { id: 'd', kind: 'decide', after: ['r'] },
          ],
        },
      },
      at: ['procedure', 'steps'],
    },
    {
      name: 'a visit that the decision does not wait for',
      item: {
        procedure: {
          steps: [
            { id: 'a', kind: 'accept' },
            { id: 'r', kind: 'review', after: ['a'] },
            { id: 'v', name: '现场核查', kind: 'site-inspection', after: ['a'] },
            { id: 'd', kind: 'decide', after: ['r'] },
            { id: 's', kind: 'deliver', after: ['d'] },
          ],
        },
      },
      at: ['procedure', 'steps', 2],
    },
  ],
  mutations: [
    {
      name: 'nobody delivers',
      edits: [{ kind: 'remove', path: ['procedure', 'steps', 5] }],
    },
    {
      name: 'the decision does not wait for the site inspection',
      edits: [{ kind: 'set', path: ['procedure', 'steps', 4, 'after'], value: ['road', 'traffic'] }],
    },
  ],
  check(item) {
    const steps = item.procedure?.steps ?? [];
    // A step that says not yet what it is may be any of them.
    if (steps.length === 0 || steps.some(({ kind }) => kind === undefined)) return [];
    const path = ['procedure', 'steps'];
    const has = (kind: Stage) => steps.some((step) => step.kind === kind);
    const missing = (['accept', 'review', 'decide', 'deliver'] as const).filter((stage) =>
      stage === 'review' && item.basics?.handling !== 'instant'
        ? !steps.some(({ kind }) => kind !== undefined && !notExamining.has(kind))
        : stage !== 'review' && !has(stage),
    );
    if (missing.length > 0) {
      const heavy = missing.some((stage) => stage === 'accept' || stage === 'decide');
      return [
        {
          path,
          ...(!heavy && { severity: 'warning' as const }),
          message: {
            zh: `办理程序没有${missing.map((stage) => words[stage].zh).join('、')}环节。请补上，让申请人看到从受理到送达的全过程。`,
            en: `The procedure has no step to ${missing.map((stage) => words[stage].en).join(' or ')}. Add it, so that the applicant sees the whole way.`,
          },
        },
      ];
    }
    return looseEnds(steps).map(({ i, name }): Finding => ({
      path: [...path, i],
      severity: 'warning',
      message: {
        zh: `环节“${name}”不通向决定，审了也不影响结果。请把它写进决定的前置环节，或者去掉。`,
        en: `Step "${name}" leads to no decision, so its outcome counts for nothing. Put it among what the decision comes after, or drop it.`,
      },
    }));
  },
};

/** Steps that examine before the decision and that no decision waits for; none while no order is written or it is circular. */
function looseEnds(steps: readonly Draft<Step>[]): { i: number; name: string }[] {
  if (!steps.some(({ after = [] }) => after.length > 0)) return [];
  const { cycles, order } = stepGraph(steps);
  if (cycles.length > 0) return [];
  const waited = before(steps, ({ kind }) => kind === 'decide');
  const decisions = new Set(steps.flatMap(({ id, kind }) => (kind === 'decide' ? (id ?? []) : [])));
  // What comes after a decision (a notice, an inspection of what was built) is not there for it.
  const later = new Set(decisions);
  const byId = new Map(steps.map((step) => [step.id, step]));
  for (const id of order) if ((byId.get(id)?.after ?? []).some((prior) => later.has(prior))) later.add(id);
  return steps.flatMap(({ id, kind, name }, i) =>
    id !== undefined && kind !== undefined && !notExamining.has(kind) && !waited.has(id) && !later.has(id)
      ? [{ i, name: name ?? id }]
      : [],
  );
}

/** Ids of all steps that those of `last` wait for, directly or not. */
function before(steps: readonly Draft<Step>[], last: (step: Draft<Step>) => boolean): Set<string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const todo = steps.filter(last).flatMap(({ after = [] }) => after);
  while (todo.length > 0) {
    const id = todo.pop()!;
    if (seen.has(id)) continue;
    seen.add(id);
    todo.push(...(byId.get(id)?.after ?? []));
  }
  return seen;
}

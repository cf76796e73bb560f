import type { StepKind } from '../../../model/item.ts';
import { criticalPath } from '../../../procedure/index.ts';
import type { ItemRule } from '../rule.ts';

const day = (value: number) => ({ value, unit: 'working-days' as const });

/** Accepting (Art. 32) and delivering (Art. 44) have limits of their own: the promise runs from acceptance to decision. */
const limitedApart: ReadonlySet<StepKind> = new Set<StepKind>(['accept', 'supplement', 'deliver']);

/** Licensing Law Art. 30 and 42: the published procedure can be gone through, and fits the promise. */
export const stepsWithinPromise: ItemRule = {
  id: 'steps-within-promise',
  family: 'procedure',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '环节不成圈，从受理到决定的最长路径不超过承诺时限',
    en: 'The steps go in no circle, and their longest path fits the promise',
  },
  why: {
    zh: '环节加起来超过承诺，承诺就兑现不了；环节成圈，永远办不完。缩短环节、并行办理，或者更正承诺。',
    en: 'A promise shorter than its steps cannot be kept, and a circular procedure never ends. Shorten steps, run them in parallel, or correct the promise.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 30 },
    { law: 'administrative-licensing-law', article: 42 },
  ],
  good: [
    {
      name: 'parallel reviews count once',
      item: {
        limits: { promised: day(8) },
        procedure: {
          steps: [
            { id: 'accept', kind: 'accept', days: day(1) },
            { id: 'papers', kind: 'review', after: ['accept'], days: day(5) },
            { id: 'site', kind: 'site-inspection', after: ['accept'], days: day(4) },
            { id: 'decide', kind: 'decide', after: ['papers', 'site'], days: day(2) },
          ],
        },
      },
    },
    {
      name: 'what the law leaves out is not counted',
      item: {
        limits: { promised: day(3) },
        procedure: {
          steps: [
            { id: 'accept', kind: 'accept', days: day(1) },
            { id: 'experts', kind: 'expert-review', after: ['accept'], days: day(20), excluded: true },
            { id: 'decide', kind: 'decide', after: ['experts'], days: day(2) },
          ],
        },
      },
    },
    {
      name: 'accepting and delivering have limits of their own',
      item: {
        limits: { promised: day(5) },
        procedure: {
          steps: [
            { id: 'accept', kind: 'accept', days: day(5) },
            { id: 'review', kind: 'review', after: ['accept'], days: day(3) },
            { id: 'decide', kind: 'decide', after: ['review'], days: day(2) },
            { id: 'deliver', kind: 'deliver', after: ['decide'], days: day(10) },
          ],
        },
      },
    },
    { name: 'no procedure', item: { procedure: { none: '由法律直接规定' } } },
  ],
  bad: [
    {
      name: 'longer than the promise',
      item: {
        limits: { promised: day(5) },
        procedure: {
          steps: [
            { id: 'accept', kind: 'accept', days: day(1) },
            { id: 'review', kind: 'review', after: ['accept'], days: day(5) },
            { id: 'decide', kind: 'decide', after: ['review'], days: day(2) },
          ],
        },
      },
      at: ['limits', 'promised', 'value'],
    },
    {
      name: 'steps in a circle',
      item: {
        procedure: {
          steps: [
            { id: 'accept', kind: 'accept' },
            { id: 'review', kind: 'review', after: ['accept', 'decide'] },
            { id: 'decide', kind: 'decide', after: ['review'] },
          ],
        },
      },
      at: ['procedure', 'steps'],
    },
  ],
  mutations: [
    {
      name: 'a review longer than the promise',
      edits: [{ kind: 'set', path: ['procedure', 'steps', 2, 'days', 'value'], value: 7 }],
    },
    {
      name: 'steps in a circle',
      edits: [{ kind: 'set', path: ['procedure', 'steps', 1, 'after'], value: ['accept', 'decide'] }],
    },
  ],
  check(item) {
    const steps = item.procedure?.steps ?? [];
    if (steps.length === 0) return [];
    const path = ['procedure', 'steps'];
    const longest = criticalPath(
      steps.map((step) =>
        step.kind !== undefined && limitedApart.has(step.kind) ? { ...step, days: undefined } : step,
      ),
    );
    const nameOf = (id: string) => steps.find((step) => step.id === id)?.name ?? id;
    if (longest.kind === 'cycle') {
      const round = [...longest.ids, longest.ids[0]!].map(nameOf).join(' → ');
      return [
        {
          path,
          message: {
            zh: `环节首尾相接成了圈：${round}。请去掉其中一个“前置环节”。`,
            en: `The steps go in a circle: ${round}. Take one of the "after" entries out.`,
          },
        },
      ];
    }
    const promised = item.limits?.promised;
    if (promised?.value === undefined || promised.unit === 'calendar-days' || longest.days <= promised.value)
      return [];
    const { statutory } = item.limits ?? {};
    const lawful =
      statutory?.value === undefined || (statutory.unit === promised.unit && longest.days <= statutory.value);
    return [
      {
        // A level that promises less than the steps above it take is where the two part.
        path: ['limits', 'promised', 'value'],
        message: {
          zh: `从受理到决定最长要 ${longest.days} 个工作日（${longest.ids.map(nameOf).join(' → ')}），超过承诺的 ${promised.value} 个。请缩短环节，或更正承诺时限。`,
          en: `From acceptance to decision it takes ${longest.days} working days (${longest.ids.map(nameOf).join(' → ')}), over the ${promised.value} promised. Shorten steps, or correct the promise.`,
        },
        ...(lawful && {
          fix: {
            title: { zh: `承诺时限改为 ${longest.days}`, en: `Promise ${longest.days}` },
            edits: [{ kind: 'set' as const, path: ['limits', 'promised', 'value'], value: longest.days }],
          },
        }),
      },
    ];
  },
};

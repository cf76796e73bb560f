import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import {
  allCases,
  caseWords,
  criticalPath,
  withoutOwnLimit,
  type Case,
  type CriticalPath,
} from '../../../procedure/index.ts';
import type { Finding, ItemRule } from '../rule.ts';

const day = (value: number) => ({ value, unit: 'working-days' as const });

const who: Draft<Item>['questions'] = [
  { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'firm', text: '企业' }, { id: 'person', text: '个人' }] }, // prettier-ignore
];
const inspected: Draft<Item>['procedure'] = {
  steps: [
    { id: 'accept', kind: 'accept' },
    { id: 'site', name: '现场核查', kind: 'site-inspection', after: ['accept'], days: day(12), when: { who: ['firm'] } }, // prettier-ignore
    { id: 'decide', name: '决定', kind: 'decide', after: ['site'], days: day(2) },
  ],
};

/** Beyond so many cases the rest is not gone through; that there are too many is a finding by itself. */
const mostCases = 500;

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
    {
      name: 'a longer promise in the case that takes longer',
      item: {
        questions: who,
        limits: { promised: day(5), cases: [{ id: 'firm', when: { who: ['firm'] }, promised: day(14) }] },
        procedure: inspected,
      },
    },
    {
      name: 'steps of two cases, which nobody goes through in a row',
      item: {
        questions: who,
        limits: { promised: day(5) },
        procedure: {
          steps: [
            { id: 'short', kind: 'review', days: day(4), when: { who: ['firm'] } },
            { id: 'other', kind: 'review', after: ['short'], days: day(4), when: { who: ['person'] } },
            { id: 'decide', kind: 'decide', after: ['short', 'other'], days: day(1) },
          ],
        },
      },
    },
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
      name: 'a case whose own promise is shorter than its steps',
      item: {
        questions: who,
        limits: { promised: day(20), cases: [{ id: 'firm', when: { who: ['firm'] }, promised: day(10) }] },
        procedure: inspected,
      },
      at: ['limits', 'cases', 0, 'promised', 'value'],
    },
    {
      name: 'a case that the general promise is too short for',
      item: {
        questions: who,
        limits: { promised: day(5), cases: [{ id: 'person', when: { who: ['person'] }, promised: day(2) }] },
        procedure: inspected,
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
      name: 'a case that promises less than its steps take',
      edits: [
        {
          kind: 'set',
          path: ['limits', 'cases'],
          value: [{ id: 'closed', when: { traffic: ['yes'] }, promised: { value: 4, unit: 'working-days' } }],
        },
      ],
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
    const counted = steps.map(withoutOwnLimit);
    const longest = criticalPath(counted);
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
    const promises = [item.limits, ...(item.limits?.cases ?? [])].flatMap((limits) =>
      typeof limits?.promised?.value === 'number' ? [limits.promised.value] : [],
    );
    // No case takes longer than all steps together, so most items need no look at their cases.
    if (promises.every((days) => longest.days <= days)) return [];
    return tooLong({ ...item, procedure: { steps: counted } }).map(({ path: at, one, way, promised }) => {
      const { statutory } = one.limits;
      const lawful =
        statutory?.value === undefined || (statutory.unit === 'working-days' && way.days <= statutory.value);
      const words = caseWords(item, one.answers);
      const steps = way.ids.map(nameOf).join(' → ');
      return {
        // A level that promises less than the steps above it take is where the two part.
        path: [...at, 'value'],
        message: {
          zh: `${words === '' ? '' : `${words}的，`}从受理到决定最长要 ${way.days} 个工作日（${steps}），超过承诺的 ${promised} 个。请缩短环节，或更正承诺时限。`,
          en: `From acceptance to decision it takes ${way.days} working days${words === '' ? '' : ` for who answers ${words}`} (${steps}), over the ${promised} promised. Shorten steps, or correct the promise.`,
        },
        ...(lawful && {
          fix: {
            title: { zh: `承诺时限改为 ${way.days}`, en: `Promise ${way.days}` },
            edits: [{ kind: 'set' as const, path: [...at, 'value'], value: way.days }],
          },
        }),
      } satisfies Finding;
    });
  },
};

interface TooLong {
  /** The promise: the general one, or that of a case. */
  path: Path;
  promised: number;
  one: Case;
  way: Extract<CriticalPath, { kind: 'path' }>;
}

/** Of each promise the case that goes furthest beyond it. */
function tooLong({ questions, variants, procedure, limits }: Draft<Item>): TooLong[] {
  const worst = new Map<number, TooLong>();
  const item: Draft<Item> = {
    ...(questions && { questions }),
    ...(variants && { variants }),
    ...(procedure && { procedure }),
    ...(limits && { limits }),
  };
  for (const one of allCases(item, mostCases).cases) {
    const { promised } = one.limits;
    const way = one.path;
    if (way.kind !== 'path' || typeof promised?.value !== 'number' || promised.unit === 'calendar-days')
      continue;
    const from = one.limitCases.find(
      ({ verdict, element }) => verdict.kind === 'applies' && element.promised !== undefined,
    );
    const at = from === undefined ? -1 : (limits?.cases ?? []).indexOf(from.element);
    const over = way.days - promised.value;
    if (over <= 0 || over <= (worst.get(at)?.way.days ?? 0) - promised.value) continue;
    const path = at < 0 ? ['limits', 'promised'] : ['limits', 'cases', at, 'promised'];
    worst.set(at, { path, promised: promised.value, one, way });
  }
  return [...worst.values()];
}

import { caseWhere, isEmptyRange, rangeOf, type CaseSpace } from '../../../procedure/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { spaceOf } from './spaceOf.ts';

const questions: Draft<Item>['questions'] = [
  { id: 'area', text: '面积是多少？', kind: 'number', unit: '平方米' },
  { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'firm', text: '企业' }, { id: 'person', text: '个人' }] }, // prettier-ignore
];

export const whenNeverHolds: ItemRule = {
  id: 'when-never-holds',
  family: 'cases',
  scope: 'item',
  severity: 'warning',
  title: { zh: '适用情形有人能符合', en: 'Somebody can meet every "when"' },
  why: {
    zh: '下限比上限大，或减免的情形与收费的情形相反，怎样回答都轮不到它，写了等于没写。改正范围或情形；不要了的，删去。',
    en: 'A range whose ends cross, or a reduction for a case that is not charged, applies to nobody. Correct the range or the case, or take it out.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  good: [
    {
      name: 'a range with one number in it',
      item: { questions, materials: { list: [{ id: 'm', when: { area: { min: 5, max: 5 } } }] } },
    },
    {
      name: 'a reduction for some of those who pay',
      item: {
        questions,
        fees: {
          list: [
            { id: 'f', when: { who: ['firm'] }, reductions: [{ id: 'r', when: { area: { below: 10 } } }] },
          ],
        },
      },
    },
    {
      name: 'limits of a case that another only meets in part',
      item: {
        questions,
        limits: {
          cases: [
            { id: 'a', when: { who: ['firm'] }, promised: { value: 3, unit: 'working-days' } },
            { id: 'b', when: { area: { min: 5 } }, promised: { value: 5, unit: 'working-days' } },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'ends that cross',
      item: { questions, materials: { list: [{ id: 'm', name: '图纸', when: { area: { min: 500, max: 50 } } }] } }, // prettier-ignore
      at: ['materials', 'list', 0, 'when', 'area'],
    },
    {
      name: 'a reduction for those who are not charged',
      item: {
        questions,
        fees: {
          list: [{ id: 'f', when: { who: ['firm'] }, reductions: [{ id: 'r', text: '个人免', when: { who: ['person'] } }] }], // prettier-ignore
        },
      },
      at: ['fees', 'list', 0, 'reductions', 0, 'when'],
    },
    {
      name: 'limits that others always go before',
      item: {
        questions,
        limits: {
          cases: [
            { id: 'a', when: { who: ['firm', 'person'] }, promised: { value: 3, unit: 'working-days' } },
            { id: 'b', name: '企业', when: { who: ['firm'] }, promised: { value: 5, unit: 'working-days' } },
          ],
        },
      },
      at: ['limits', 'cases', 1, 'when'],
    },
  ],
  mutations: [
    {
      name: 'more than it may be',
      edits: [
        {
          kind: 'set',
          path: ['fees', 'list', 0, 'reductions', 0, 'when'],
          value: { area: { above: 100, max: 100 } },
        },
      ],
    },
  ],
  check(item) {
    const space = spaceOf(item);
    return [
      ...space.whens.flatMap(({ path, when, within }): Finding[] => {
        for (const [id, wanted] of Object.entries(when)) {
          const range = rangeOf(wanted);
          if (range !== undefined && isEmptyRange(range))
            return [never([...path, 'when', id], '范围里没有数', 'no number lies in the range')];
        }
        if (within === undefined || !known(space, [when, within])) return [];
        return caseWhere(space, { all: [when, within] }).kind === 'none'
          ? [
              never(
                [...path, 'when'],
                '与这项收费的适用情形不能同时符合',
                'it contradicts the "when" of the fee',
              ),
            ]
          : [];
      }),
      ...hiddenLimits(item, space),
    ];
  },
};

function never(path: Finding['path'], zh: string, en: string): Finding {
  return {
    path,
    message: {
      zh: `没有人能符合这一适用情形：${zh}。请改正，或删去。`,
      en: `Nobody can meet this "when": ${en}. Correct it, or take it out.`,
    },
  };
}

/** Limits for which, whatever is answered, an earlier case goes before. */
function hiddenLimits(item: Draft<Item>, space: CaseSpace): Finding[] {
  const cases = item.limits?.cases ?? [];
  return cases.flatMap((one, i): Finding[] => {
    const { when } = one;
    const earlier = cases.slice(0, i).filter((other) => limitKeys.every((key) => one[key] === undefined || other[key] !== undefined)); // prettier-ignore
    if (when === undefined || earlier.length === 0) return [];
    const whens = earlier.map((other) => other.when);
    if (!known(space, [when, ...whens]) || caseWhere(space, { all: [when] }).kind === 'none') return [];
    return caseWhere(space, { all: [when], none: whens }).kind === 'none'
      ? [
          never(
            ['limits', 'cases', i, 'when'],
            '写在前面的情形总是先适用',
            'a case written before it always applies first',
          ),
        ]
      : [];
  });
}

const limitKeys = ['acceptance', 'statutory', 'promised', 'delivery', 'extension'] as const;

/** Whether all that these name is asked, with the options that they list: of a slip elsewhere others speak. */
function known({ dimensions }: CaseSpace, whens: readonly (object | undefined)[]): boolean {
  return whens.every((when) =>
    Object.entries(when ?? {}).every(([id, wanted]) => {
      const dimension = dimensions.find((one) => one.id === id);
      if (dimension === undefined) return false;
      const answers = dimension.classes.flatMap((one) => one.answers);
      return !Array.isArray(wanted) || wanted.every((option) => answers.includes(option as string));
    }),
  );
}

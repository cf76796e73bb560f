import type { ItemRule } from '../rule.ts';

export const instantPromisesZero: ItemRule = {
  id: 'instant-promises-zero',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '即办件当场办结，承诺时限为零；承诺为零的是即办件',
    en: 'An instant item promises no days, and one that promises none is instant',
  },
  why: {
    zh: '即办件是当场决定的，写了几天就不是即办；统计也据此计算即办率。把承诺时限改为 0，或者把办件类型改为承诺件。',
    en: 'An instant item is decided on the spot; with days it is not, and the share of instant items is counted by it. Promise 0, or make it a promised item.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 34, paragraph: 2 }],
  good: [
    {
      name: 'instant and none',
      item: { basics: { handling: 'instant' }, limits: { promised: { value: 0, unit: 'working-days' } } },
    },
    {
      name: 'promised and five',
      item: { basics: { handling: 'promised' }, limits: { promised: { value: 5, unit: 'working-days' } } },
    },
    { name: 'not written yet', item: { basics: { handling: 'instant' }, limits: {} } },
  ],
  bad: [
    {
      name: 'instant in five days',
      item: { basics: { handling: 'instant' }, limits: { promised: { value: 5, unit: 'working-days' } } },
      at: ['limits', 'promised', 'value'],
    },
    {
      name: 'instant in one day, which weighs less',
      item: { basics: { handling: 'instant' }, limits: { promised: { value: 1, unit: 'working-days' } } },
      at: ['limits', 'promised', 'value'],
    },
    {
      name: 'a promise of none',
      item: { basics: { handling: 'promised' }, limits: { promised: { value: 0, unit: 'working-days' } } },
      at: ['basics', 'handling'],
    },
  ],
  mutations: [
    {
      name: 'instant in one day',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['basics', 'handling'], value: 'instant' },
          { kind: 'remove', path: ['procedure', 'steps', 2] },
          { kind: 'set', path: ['procedure', 'steps', 1, 'days', 'value'], value: 0 },
          { kind: 'set', path: ['procedure', 'steps', 2, 'days', 'value'], value: 0 },
          { kind: 'set', path: ['procedure', 'steps', 2, 'after'], value: ['review'] },
          { kind: 'set', path: ['service', 'placeOfDecision'], value: 'window' },
          {
            kind: 'set',
            path: ['service', 'delegation'],
            value: { document: '行政审批授权书', representative: '自然资源部门派驻首席代表' },
          },
          { kind: 'set', path: ['limits', 'promised', 'value'], value: 1 },
        ],
      },
    },
  ],
  check(item) {
    const days = item.limits?.promised?.value;
    const handling = item.basics?.handling;
    if (days === undefined || handling === undefined) return [];
    if (handling === 'promised' && days === 0)
      return [
        {
          path: ['basics', 'handling'],
          severity: 'warning',
          message: {
            zh: '承诺时限为 0，是当场办结，办件类型却写承诺件。请改为即办件，或者更正承诺时限。',
            en: 'It promises 0 days, which is on the spot, but is called a promised item. Make it instant, or correct the promise.',
          },
          fix: {
            title: { zh: '改为即办件', en: 'Make it instant' },
            edits: [{ kind: 'set', path: ['basics', 'handling'], value: 'instant' }],
          },
        },
      ];
    if (handling !== 'instant' || days === 0) return [];
    return [
      {
        path: ['limits', 'promised', 'value'],
        ...(days === 1 && { severity: 'warning' as const }),
        message: {
          zh: `即办件应当当场办结，却承诺 ${days} 日。请把承诺时限改为 0，或者把办件类型改为承诺件。`,
          en: `An instant item is settled on the spot, but this one promises ${days} ${days === 1 ? 'day' : 'days'}. Promise 0, or make it a promised item.`,
        },
      },
    ];
  },
};

import type { ItemRule } from '../rule.ts';

export const visitsHaveReason: ItemRule = {
  id: 'visits-have-reason',
  family: 'service',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '要到现场的写明原因，不到现场的不写',
    en: 'A visit has a reason, and no visit has none',
  },
  why: {
    zh: '每多跑一趟都要有道理。写明为什么要到现场；没有道理的，把次数减为 0。',
    en: 'Every visit needs a reason. Say why people must come; where there is none, make it 0.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 6 },
    { law: 'business-environment-regulation', article: 36, paragraph: 1 },
  ],
  good: [
    { name: 'once, to show the place', item: { service: { visits: 1, visitsReason: '指认挖掘范围' } } },
    { name: 'never', item: { service: { visits: 0 } } },
    { name: 'not written yet', item: { service: {} } },
  ],
  bad: [
    { name: 'once for nothing', item: { service: { visits: 1 } }, at: ['service', 'visits'] },
    {
      name: 'never, for a reason',
      item: { service: { visits: 0, visitsReason: '提交原件' } },
      at: ['service', 'visitsReason'],
    },
  ],
  mutations: [
    { name: 'once for nothing', edits: [{ kind: 'remove', path: ['service', 'visitsReason'] }] },
    {
      name: 'never, for a reason',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['service', 'visitsReason'], value: '提交图纸原件' },
        ],
      },
    },
  ],
  check(item) {
    const { visits, visitsReason } = item.service ?? {};
    if (visits === undefined) return [];
    if (visits > 0 && visitsReason === undefined)
      return [
        {
          path: ['service', 'visits'],
          message: {
            zh: `要到现场 ${visits} 次，没有写原因。请在 visitsReason 中写明；不必到现场的，改为 0。`,
            en: `It takes ${visits} ${visits === 1 ? 'visit' : 'visits'} and does not say why. Say so in visitsReason, or make it 0.`,
          },
        },
      ];
    if (visits > 0 || visitsReason === undefined) return [];
    return [
      {
        path: ['service', 'visitsReason'],
        message: {
          zh: `到现场 0 次，却写着原因“${visitsReason}”。请删去原因，或者更正次数。`,
          en: `It takes no visit, but gives a reason for one ("${visitsReason}"). Remove the reason, or correct the number.`,
        },
        fix: {
          title: { zh: '删去原因', en: 'Remove the reason' },
          edits: [{ kind: 'remove', path: ['service', 'visitsReason'] }],
        },
      },
    ];
  },
};

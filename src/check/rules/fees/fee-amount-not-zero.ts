import type { Finding, ItemRule } from '../rule.ts';

export const feeAmountNotZero: ItemRule = {
  id: 'fee-amount-not-zero',
  family: 'fees',
  scope: 'item',
  severity: 'warning',
  title: { zh: '列为收费的，金额不为零', en: 'What is listed as a fee is not of nothing' },
  why: {
    zh: '金额为零等于不收，列作收费会让人白跑缴款窗口，统计也把它算作收费事项。不收的删去，写 none；收的写明金额。',
    en: 'A fee of nothing is none; listed, it sends people to pay and is counted among what charges. Remove it and write none, or give the amount.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 59 }],
  good: [
    {
      name: 'an amount',
      item: { fees: { list: [{ id: 'f', standard: { kind: 'fixed', amount: 1000 } }] } },
    },
    {
      name: 'a first part that is free',
      item: {
        fees: {
          list: [
            {
              id: 'f',
              standard: {
                kind: 'tiers',
                mode: 'progressive',
                tiers: [{ upTo: 10, amount: 0 }, { amount: 300 }],
              },
            },
          ],
        },
      },
    },
    { name: 'no amount yet', item: { fees: { list: [{ id: 'f', standard: { kind: 'fixed' } }] } } },
  ],
  bad: [
    {
      name: 'nothing',
      item: { fees: { list: [{ id: 'f', name: '工本费', standard: { kind: 'fixed', amount: 0 } }] } },
      at: ['fees', 'list', 0, 'standard', 'amount'],
    },
    {
      name: 'nothing a unit',
      item: { fees: { list: [{ id: 'f', standard: { kind: 'unit', amount: 0, unit: '平方米' } }] } },
      at: ['fees', 'list', 0, 'standard', 'amount'],
    },
  ],
  mutations: [
    {
      name: 'nothing a square metre',
      edits: [{ kind: 'set', path: ['fees', 'list', 0, 'standard', 'amount'], value: 0 }],
      others: {
        '511500/urban-road-excavation-permit.yaml': [{ kind: 'remove', path: ['overlay', 'fees'] }],
      },
    },
  ],
  check(item) {
    return (item.fees?.list ?? []).flatMap(({ standard, name, id = '' }, i): Finding[] => {
      if (standard?.kind !== 'fixed' && standard?.kind !== 'unit') return [];
      if (standard.amount !== 0) return [];
      return [
        {
          path: ['fees', 'list', i, 'standard', 'amount'],
          message: {
            zh: `“${name ?? id}”的金额是 0。不收的请删去这项收费，写 none: 不收费；收的写明金额。`,
            en: `The amount of "${name ?? id}" is 0. Where nothing is charged, remove the fee and write none; otherwise give the amount.`,
          },
        },
      ];
    });
  },
};

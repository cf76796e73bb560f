import type { Finding, ItemRule } from '../rule.ts';

export const feeStandardInFigures: ItemRule = {
  id: 'fee-standard-in-figures',
  family: 'fees',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '收费标准写明数额或者算法',
    en: 'The standard of a fee gives an amount or a way to reckon it',
  },
  why: {
    zh: '写“按规定收取”，申请人到窗口才知道要交多少。写明金额、单价、比例或者算式。',
    en: 'With “as provided” an applicant learns at the window what to pay. Give an amount, a price, a share or a formula.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 59 }],
  good: [
    {
      name: 'an amount',
      item: { fees: { list: [{ id: 'f', standard: { kind: 'fixed', amount: 1000 } }] } },
    },
    {
      name: 'a share',
      item: { fees: { list: [{ id: 'f', standard: { kind: 'formula', text: '按工程造价的 1.5% 计算' } }] } },
    },
    {
      name: 'a price in Chinese figures',
      item: {
        fees: { list: [{ id: 'f', standard: { kind: 'formula', text: '每吨二元，不足一吨按一吨计' } }] },
      },
    },
    {
      name: 'a text whose terms stand beside it',
      item: {
        fees: {
          list: [
            {
              id: 'f',
              standard: {
                kind: 'formula',
                text: '按面积计',
                terms: [{ id: 't', name: '面积', amount: 4000 }],
              },
            },
          ],
        },
      },
    },
    {
      name: 'a product of what is known',
      item: { fees: { list: [{ id: 'f', standard: { kind: 'formula', text: '取水量×水资源费单价' } }] } },
    },
  ],
  bad: [
    {
      name: 'as provided',
      item: {
        fees: { list: [{ id: 'f', name: '修复费', standard: { kind: 'formula', text: '按有关规定收取' } }] },
      },
      at: ['fees', 'list', 0, 'standard', 'text'],
    },
  ],
  mutations: [
    {
      name: 'as provided',
      others: {
        '000000/construction-planning-permit.yaml': [
          {
            kind: 'set',
            path: ['fees'],
            value: {
              list: [
                {
                  id: 'infrastructure',
                  name: '基础设施配套费',
                  standard: { kind: 'formula', text: '按市里的规定收取' },
                  basis: [{ law: 'a-regulation', article: 8 }],
                  standardBasis: [{ law: 'a-notice', article: 8 }],
                  payAt: '凭缴款通知书缴入国库。',
                },
              ],
            },
          },
        ],
      },
    },
  ],
  check(item) {
    return (item.fees?.list ?? []).flatMap((fee, i): Finding[] => {
      const { standard } = fee;
      // A way to reckon has a figure, or at least an operator between what is known.
      if (standard?.kind !== 'formula' || standard.text === undefined || standard.terms !== undefined)
        return [];
      if (/[\d０-９一二两三四五六七八九十百千万半×÷+＋*/／%％‰]|乘以|除以|之[和差积]/.test(standard.text))
        return [];
      const name = fee.name ?? fee.id ?? '';
      return [
        {
          path: ['fees', 'list', i, 'standard', 'text'],
          message: {
            zh: `“${name}”的标准只写“${standard.text}”，算不出要交多少。请写明金额、单价、比例或者算式。`,
            en: `The standard of "${name}" gives no figure, so nobody can reckon what to pay. Give an amount, a price, a share or a formula.`,
          },
        },
      ];
    });
  },
};

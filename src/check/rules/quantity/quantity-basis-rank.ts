import { isPermit } from '../basis/establishingBases.ts';
import { insufficientBasis, ruleOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

export const quantityBasisRank: ItemRule = {
  id: 'quantity-basis-rank',
  family: 'quantity',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '数量限制须有法律、法规、规章依据',
    en: 'A limit of quantity rests on a law, a regulation or a rule',
  },
  why: {
    zh: '文件、纪要规定的总量不能拒人于门外。引用规定数量限制的法律、法规、规章；没有的，取消限制。',
    en: 'A notice or minutes cannot turn applicants away by number. Cite the law, regulation or rule that limits it; without one, lift the limit.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 30, paragraph: 1 },
    { law: 'business-environment-regulation', article: 35 },
  ],
  good: [
    { name: 'no limit', item: { quantity: { none: '没有数量限制' } } },
    {
      name: 'a rule',
      item: { quantity: { total: '一百', basis: [{ law: 'a-department-rule', article: 8 }] } },
    },
    {
      name: 'a regulation beside a notice',
      item: {
        quantity: { total: '一百', basis: [{ law: 'a-notice' }, { law: 'a-regulation', article: 8 }] },
      },
    },
  ],
  bad: [
    {
      name: 'a notice',
      item: { quantity: { total: '一百', basis: [{ law: 'a-notice', article: 8 }] } },
      at: ['quantity', 'basis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'a hundred by a notice',
      edits: [
        {
          kind: 'set',
          path: ['quantity'],
          value: {
            total: '每年一百处',
            published: '每年一月在网站公布',
            allotment: '按受理先后',
            basis: [{ law: 'a-notice', article: 8 }],
          },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    const { total, basis } = item.quantity ?? {};
    if (!isPermit(item)) return [];
    const law = insufficientBasis(basis, ruleOrAbove, lookups);
    if (law === undefined) return [];
    const zh = total === undefined ? '' : `“${total}”`;
    return [
      {
        path: ['quantity', 'basis', 0, 'law'],
        message: {
          zh: `数量限制${zh}的依据${law.zh}层级不够，不能以它拒绝申请。请引用规定数量限制的法律、法规、规章；没有的，取消限制，写 none。`,
          en: `The limit of quantity rests on ${law.en}, by which nobody can be turned away. Cite the law, regulation or rule that sets it; without one, lift the limit and write none.`,
        },
      },
    ];
  },
};

import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

export const validityHasBasis: ItemRule = {
  id: 'validity-has-basis',
  family: 'result',
  scope: 'item',
  severity: 'warning',
  title: { zh: '有效期有依据', en: 'A period of validity has a basis' },
  why: {
    zh: '有效期逼人一次次重办，没有依据就是增设环节。引用规定有效期的条文；没有的，改为长期有效。',
    en: 'A period of validity makes people come again, and without a basis that is an added step. Cite the article that sets it, or make the licence valid without end.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 35 },
    { law: 'administrative-licensing-law', article: 50, paragraph: 1 },
  ],
  good: [
    {
      name: 'five years by a regulation',
      item: { result: { validity: { value: 5, unit: 'years', basis: [{ law: 'a-regulation' }] } } },
    },
    { name: 'without end', item: { result: { validity: { none: '长期有效' } } } },
    {
      name: 'a public service, which is no permit',
      item: { basics: { type: '20' }, result: { validity: { value: 5, unit: 'years' } } },
    },
  ],
  bad: [
    {
      name: 'five years',
      item: { result: { validity: { value: 5, unit: 'years' } } },
      at: ['result', 'validity', 'value'],
    },
  ],
  mutations: [
    {
      name: 'three years by nothing',
      edits: [
        { kind: 'set', path: ['result', 'validity'], value: { value: 3, unit: 'years' } },
        { kind: 'set', path: ['result', 'renewal'], value: { text: '届满前申请延续。' } },
      ],
    },
  ],
  check(item) {
    const { value, unit, basis = [] } = item.result?.validity ?? {};
    if (!isPermit(item) || value === undefined || basis.length > 0) return [];
    const words = { years: '年', months: '个月', days: '日' };
    const period = unit === undefined ? String(value) : `${value} ${words[unit]}`;
    return [
      {
        path: ['result', 'validity', 'value'],
        message: {
          zh: `有效期 ${period}没有依据。请在 basis 中引用规定有效期的条文；没有的，写 none 并说明长期有效。`,
          en: `A validity of ${value} ${unit ?? ''} has no basis. Cite the article that sets it in basis; without one, write none and say that it has no end.`,
        },
      },
    ];
  },
};

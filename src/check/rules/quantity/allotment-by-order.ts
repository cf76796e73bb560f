import { isPermit } from '../basis/establishingBases.ts';
import { isSetOtherwise } from '../otherwise.ts';
import { lawOrAdministrativeRegulation } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** Ways to say that who comes first is served first. */
const byOrder = /先后|先到先|顺序|次序|依次/;

export const allotmentByOrder: ItemRule = {
  id: 'allotment-by-order',
  family: 'quantity',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '有数量限制的按受理先后，另有规定的引用法律、行政法规',
    en: 'What is limited goes by order of acceptance, unless a law or administrative regulation says otherwise',
  },
  why: {
    zh: '名额怎样分不写明、由机关掂量，就是寻租的口子。写明按受理先后；摇号、评分、招标的，引用这样规定的法律、行政法规。',
    en: 'Where an agency weighs who gets a place, places are sold. Say that they go by order of acceptance; for a lot, a score or a tender cite the law or administrative regulation that says so.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 57 }],
  good: [
    {
      name: 'by order of acceptance',
      item: {
        quantity: { total: '一百', allotment: '符合布点的按受理先后', basis: [{ law: 'a-department-rule' }] },
      },
    },
    {
      name: 'by score under a regulation',
      item: {
        quantity: { total: '一百', allotment: '按评分高低', basis: [{ law: 'a-regulation', article: 8 }] },
      },
    },
    {
      name: 'by auction',
      item: {
        quantity: { total: '一百', allotment: '价高者得', basis: [{ law: 'a-department-rule' }] },
        procedure: { steps: [{ id: 'x', kind: 'auction' }] },
      },
    },
    { name: 'no limit', item: { quantity: { none: '没有数量限制' } } },
  ],
  bad: [
    {
      name: 'by lot under a local rule',
      item: {
        quantity: { total: '一百', allotment: '公开摇号', basis: [{ law: 'a-local-rule', article: 8 }] },
      },
      at: ['quantity', 'allotment'],
    },
  ],
  mutations: [
    {
      name: 'by lot under a department rule',
      edits: [
        {
          kind: 'set',
          path: ['quantity'],
          value: {
            total: '每年一百处',
            published: '每年一月在网站公布',
            allotment: '公开摇号',
            basis: [{ law: 'a-department-rule', article: 8 }],
          },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    const { allotment, basis } = item.quantity ?? {};
    if (!isPermit(item) || allotment === undefined || byOrder.test(allotment)) return [];
    if ((item.procedure?.steps ?? []).some(({ kind }) => kind === 'tender' || kind === 'auction')) return [];
    if (isSetOtherwise(basis, lawOrAdministrativeRegulation, lookups)) return [];
    return [
      {
        path: ['quantity', 'allotment'],
        message: {
          zh: `名额按“${allotment}”分配，不是按受理先后，也没有引用这样规定的法律、行政法规。请改为按受理先后，或者引用另有规定的条文。`,
          en: `Places go by "${allotment}" and not by order of acceptance, and no law or administrative regulation that says so is cited. Let them go by order, or cite the article.`,
        },
      },
    ];
  },
};

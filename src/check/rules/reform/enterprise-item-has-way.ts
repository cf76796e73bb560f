import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

export const enterpriseItemHasWay: ItemRule = {
  id: 'enterprise-item-has-way',
  family: 'reform',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '涉企经营许可有改革方式',
    en: 'A permit for business has one of the four ways of reform',
  },
  why: {
    zh: '涉企经营许可全部按直接取消、改为备案、告知承诺、优化服务四种方式分类管理。写明是哪一种。',
    en: 'Every permit for business is abolished, turned into a filing, granted on commitment or made easier. Say which.',
  },
  cites: [{ law: 'business-environment-regulation', article: 19, paragraph: 2 }],
  good: [
    { name: 'made easier', item: { reform: { enterpriseRelated: true, way: 'optimise' } } },
    { name: 'not for business', item: { reform: { enterpriseRelated: false, way: 'none' } } },
    { name: 'not written yet', item: {} },
  ],
  bad: [
    { name: 'no way', item: { reform: { enterpriseRelated: true } }, at: ['reform'] },
    {
      name: 'none of the four',
      item: { reform: { enterpriseRelated: true, way: 'none' } },
      at: ['reform', 'way'],
    },
  ],
  mutations: [
    {
      name: 'none of the four',
      others: {
        '000000/construction-planning-permit.yaml': [{ kind: 'set', path: ['reform', 'way'], value: 'none' }],
      },
    },
  ],
  check(item) {
    const { enterpriseRelated, way } = item.reform ?? {};
    if (!isPermit(item) || enterpriseRelated !== true || (way !== undefined && way !== 'none')) return [];
    return [
      {
        path: way === undefined ? ['reform'] : ['reform', 'way'],
        message: {
          zh: '涉企经营许可没有改革方式。请写明是取消审批、改为备案、告知承诺还是优化审批服务。',
          en: 'This permit for business has no way of reform. Say whether it is abolished, turned into a filing, granted on commitment or made easier.',
        },
      },
    ];
  },
};

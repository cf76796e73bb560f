import { formatLimit } from '../../../procedure/index.ts';
import { isPermit } from '../basis/establishingBases.ts';
import { isLongerThan, isSetOtherwise } from '../otherwise.ts';
import { regulationOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** Licensing Law Art. 43, in working days. */
const most = 20;

export const firstReviewWithinTwenty: ItemRule = {
  id: 'first-review-within-twenty',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '下级初审二十个工作日内审查完毕',
    en: 'A lower level’s first review ends within twenty working days',
  },
  why: {
    zh: '初审拖长了，整个办理就拖长了。把初审时限改到二十个工作日以内，或者引用另有规定的法律、法规。',
    en: 'A slow first review makes the whole slow. Bring it to twenty working days, or cite the law or regulation that says otherwise.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 43 }],
  good: [
    {
      name: 'twenty',
      item: { basics: { firstReview: { level: 'county', limit: { value: 20, unit: 'working-days' } } } },
    },
    {
      name: 'thirty by a law',
      item: {
        basics: {
          firstReview: {
            level: 'county',
            limit: { value: 30, unit: 'working-days', basis: [{ law: 'a-law', article: 8 }] },
          },
        },
      },
    },
    { name: 'no first review', item: { basics: {} } },
  ],
  bad: [
    {
      name: 'thirty',
      item: { basics: { firstReview: { level: 'county', limit: { value: 30, unit: 'working-days' } } } },
      at: ['basics', 'firstReview', 'limit', 'value'],
    },
  ],
  mutations: [
    {
      name: 'a county that takes thirty days',
      edits: [
        {
          kind: 'set',
          path: ['basics', 'firstReview'],
          value: { level: 'county', limit: { value: 30, unit: 'working-days' } },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    const limit = item.basics?.firstReview?.limit;
    if (!isPermit(item) || !isLongerThan(limit, most)) return [];
    if (isSetOtherwise(limit?.basis, regulationOrAbove, lookups)) return [];
    return [
      {
        path: ['basics', 'firstReview', 'limit', 'value'],
        message: {
          zh: `初审要 ${formatLimit(limit)}，超过二十个工作日。请改为不超过 ${most} 个工作日；法律、法规另有规定的，在 basis 中引用。`,
          en: `The first review takes ${formatLimit(limit, 'en')}, over twenty working days. Make it at most ${most}, or cite the law or regulation that says otherwise.`,
        },
      },
    ];
  },
};

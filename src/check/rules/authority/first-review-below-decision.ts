import { labelOf } from '../../../model/field.ts';
import type { Level } from '../../../model/generated/schemas.ts';
import { followed, schemas } from '../../../model/schemas.ts';
import type { ItemRule } from '../rule.ts';

/** Levels from the highest down. */
const levels: readonly Level[] = ['nation', 'province', 'city', 'county', 'town', 'village'];

export const firstReviewBelowDecision: ItemRule = {
  id: 'first-review-below-decision',
  family: 'authority',
  scope: 'item',
  severity: 'warning',
  title: { zh: '初审在决定的下级', en: 'A first review is below the decision' },
  why: {
    zh: '初审由下级作出、上级决定；同级或者上级“初审”，是凭空多出的一道环节。改正初审层级，没有初审的删去。',
    en: 'A lower level reviews first and an upper one decides; a first review beside or above the decision is an extra step. Correct its level, or remove it.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 35 },
    { law: 'administrative-licensing-law', article: 43 },
  ],
  good: [
    {
      name: 'a county for a city',
      item: { basics: { approvalLevels: ['city'], firstReview: { level: 'county' } } },
    },
    {
      name: 'a city for a province, where counties decide too',
      item: { basics: { approvalLevels: ['province', 'county'], firstReview: { level: 'city' } } },
    },
    { name: 'no first review', item: { basics: { approvalLevels: ['county'] } } },
    { name: 'nobody decides yet', item: { basics: { firstReview: { level: 'city' } } } },
  ],
  bad: [
    {
      name: 'beside the decision',
      item: { basics: { approvalLevels: ['city'], firstReview: { level: 'city' } } },
      at: ['basics', 'firstReview', 'level'],
    },
    {
      name: 'above the decision',
      item: { basics: { approvalLevels: ['city', 'county'], firstReview: { level: 'province' } } },
      at: ['basics', 'firstReview', 'level'],
    },
  ],
  mutations: [
    {
      name: 'a province reviews before the city',
      edits: [{ kind: 'set', path: ['basics', 'firstReview'], value: { level: 'province' } }],
    },
  ],
  check(item) {
    const { approvalLevels = [], firstReview } = item.basics ?? {};
    const level = firstReview?.level;
    if (level === undefined || approvalLevels.length === 0) return [];
    if (approvalLevels.some((upper) => levels.indexOf(upper) < levels.indexOf(level))) return [];
    const labels = followed(schemas.item.properties!['basics']!.properties!['approvalLevels']!.items!);
    const first = labelOf(labels, level);
    const decides = approvalLevels.map((one) => labelOf(labels, one));
    return [
      {
        path: ['basics', 'firstReview', 'level'],
        message: {
          zh: `初审在${first.zh}，决定在${decides.map((one) => one.zh).join('、')}，初审不在决定的下级。请改正初审层级；没有初审的，删去 firstReview。`,
          en: `First review at ${first.en} level, decision at ${decides.map((one) => one.en).join(', ')} level: the review is not below the decision. Correct it, or remove firstReview.`,
        },
      },
    ];
  },
};

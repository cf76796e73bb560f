import { isPermit } from '../basis/establishingBases.ts';
import { isSetOtherwise } from '../otherwise.ts';
import { regulationOrAbove } from '../rank.ts';
import { statutoryBasis } from '../limits/statutoryBasis.ts';
import type { ItemRule } from '../rule.ts';
import { isSpecialStep } from '../../../procedure/index.ts';

export const registrationOnTheSpot: ItemRule = {
  id: 'registration-on-the-spot',
  family: 'procedure',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '材料齐全的登记当场办理',
    en: 'A registration with complete papers is made on the spot',
  },
  why: {
    zh: '登记类许可材料齐全、符合法定形式的，应当当场登记，只有要核实实质内容的才另外安排。改为即办件；另有规定的，在法定时限的依据中引用。',
    en: 'With complete papers a registration is made on the spot; only what needs verifying takes longer. Make it instant, or cite in the statutory limit the law that says otherwise.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 56 }],
  good: [
    {
      name: 'instant',
      item: {
        basics: { category: 'registration', handling: 'instant' },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
    },
    {
      name: 'something to verify on site',
      item: {
        basics: { category: 'registration', handling: 'promised' },
        procedure: { steps: [{ id: 's', kind: 'site-inspection' }] },
      },
    },
    {
      name: 'a limit by a regulation',
      item: {
        basics: { category: 'registration', handling: 'promised' },
        limits: { statutory: { value: 60, unit: 'working-days', basis: [{ law: 'a-regulation' }] } },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
    },
  ],
  bad: [
    {
      name: 'papers examined for days',
      item: {
        basics: { category: 'registration', handling: 'promised' },
        limits: {
          statutory: {
            value: 20,
            unit: 'working-days',
            basis: [{ law: 'administrative-licensing-law', article: 42 }],
          },
        },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
      at: ['basics', 'handling'],
    },
  ],
  mutations: [
    {
      name: 'a registration of papers that takes days',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['basics', 'category'], value: 'registration' },
          { kind: 'remove', path: ['procedure', 'steps', 2] },
          { kind: 'set', path: ['procedure', 'steps', 2, 'after'], value: ['review'] },
          { kind: 'set', path: ['service', 'placeOfDecision'], value: 'window' },
          {
            kind: 'set',
            path: ['service', 'delegation'],
            value: { document: '行政审批授权书', representative: '自然资源部门派驻首席代表' },
          },
        ],
      },
    },
  ],
  check(item, { lookups }) {
    const { category, handling, firstReview } = item.basics ?? {};
    const steps = item.procedure?.steps ?? [];
    if (!isPermit(item) || category !== 'registration' || handling !== 'promised') return [];
    if (steps.length === 0 || firstReview !== undefined || steps.some(isSpecialStep)) return [];
    if (isSetOtherwise(statutoryBasis(item), regulationOrAbove, lookups)) return [];
    return [
      {
        path: ['basics', 'handling'],
        message: {
          zh: '登记类许可没有要核实的环节，却不当场办理。请改为即办件；法律、法规另有期限的，在法定时限的 basis 中引用。',
          en: 'This registration verifies nothing beyond the papers and is not made on the spot. Make it instant, or cite in the statutory limit the law or regulation that sets another time.',
        },
      },
    ];
  },
};

import { formatLimit } from '../../../procedure/index.ts';
import { isPermit } from '../basis/establishingBases.ts';
import { isLongerThan, isSetOtherwise } from '../otherwise.ts';
import { ruleOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** Licensing Law Art. 50. What may be asked for later than this is to the holder's good. */
const most = 30;

export const renewalThirtyDays: ItemRule = {
  id: 'renewal-thirty-days',
  family: 'result',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '要求早于届满三十日申请延续的，须有法律、法规、规章依据',
    en: 'Asking for renewal earlier than thirty days before the end needs a law, regulation or rule',
  },
  why: {
    zh: '法定是届满三十日前提出；要求更早，被许可人就会白白错过。改为三十日，或者引用另有规定的法律、法规、规章。',
    en: 'The law says thirty days before the end; who is asked for more misses it unawares. Make it thirty, or cite the law, regulation or rule that says otherwise.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 50, paragraph: 1 }],
  good: [
    {
      name: 'thirty days',
      item: { result: { renewal: { text: '延续', before: { value: 30, unit: 'working-days' } } } },
    },
    {
      name: 'fifteen, which is to the holder’s good',
      item: { result: { renewal: { text: '延续', before: { value: 15, unit: 'working-days' } } } },
    },
    {
      name: 'ninety by a rule',
      item: {
        result: {
          renewal: {
            text: '延续',
            before: { value: 90, unit: 'calendar-days' },
            basis: [{ law: 'a-department-rule', article: 8 }],
          },
        },
      },
    },
  ],
  bad: [
    {
      name: 'sixty by the Licensing Law',
      item: {
        result: {
          renewal: {
            text: '延续',
            before: { value: 60, unit: 'working-days' },
            basis: [{ law: 'administrative-licensing-law', article: 50 }],
          },
        },
      },
      at: ['result', 'renewal', 'before', 'value'],
    },
    {
      name: 'ninety by a notice',
      item: {
        result: {
          renewal: {
            text: '延续',
            before: { value: 90, unit: 'calendar-days' },
            basis: [{ law: 'a-notice', article: 8 }],
          },
        },
      },
      at: ['result', 'renewal', 'before', 'value'],
    },
  ],
  mutations: [
    {
      name: 'sixty days',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['result', 'renewal', 'before', 'value'], value: 60 },
        ],
      },
    },
  ],
  check(item, { lookups }) {
    const renewal = item.result?.renewal;
    if (!isPermit(item) || !isLongerThan(renewal?.before, most)) return [];
    if (isSetOtherwise(renewal?.basis, ruleOrAbove, lookups)) return [];
    return [
      {
        path: ['result', 'renewal', 'before', 'value'],
        message: {
          zh: `要求届满 ${formatLimit(renewal?.before)}前申请延续，早于法定的三十日。请改为 ${most} 日；法律、法规、规章另有规定的，在 basis 中引用。`,
          en: `Renewal is asked for ${formatLimit(renewal?.before, 'en')} before the end, earlier than the thirty of the law. Make it ${most}, or cite the law, regulation or rule that says otherwise in basis.`,
        },
      },
    ];
  },
};

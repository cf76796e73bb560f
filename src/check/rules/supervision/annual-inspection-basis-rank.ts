import { insufficientBasis, regulationOrAbove, ruleOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** An inspection can end a permit, so it needs as much as a permit; a report only tells, and a rule may ask for it. */
export const annualInspectionBasisRank: ItemRule = {
  id: 'annual-inspection-basis-rank',
  family: 'supervision',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '年检须有法律、法规、国务院决定依据，年报须有规章以上依据',
    en: 'An annual inspection rests on a law, a regulation or a State Council decision, a report on a rule at least',
  },
  why: {
    zh: '严禁以年检、年报变相设定许可。引用规定年检、年报的条文；没有的，取消它，用日常监督代替。',
    en: 'Annual inspections and reports must not be permits in disguise. Cite the article that sets it; without one, drop it and supervise otherwise.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 39, paragraph: 1 },
    { law: 'administrative-licensing-law', article: 62 },
  ],
  good: [
    { name: 'none', item: { annualInspection: { none: '没有年检' } } },
    {
      name: 'an inspection by a regulation',
      item: { annualInspection: { kind: 'inspection', basis: [{ law: 'a-regulation', article: 8 }] } },
    },
    {
      name: 'a report by a department rule',
      item: { annualInspection: { kind: 'report', basis: [{ law: 'a-department-rule', article: 8 }] } },
    },
    { name: 'no basis yet, which the schema tells', item: { annualInspection: { kind: 'inspection' } } },
  ],
  bad: [
    {
      name: 'an inspection by a department rule',
      item: { annualInspection: { kind: 'inspection', basis: [{ law: 'a-department-rule', article: 8 }] } },
      at: ['annualInspection', 'basis', 0, 'law'],
    },
    {
      name: 'a report by a notice',
      item: { annualInspection: { kind: 'report', basis: [{ law: 'a-notice' }] } },
      at: ['annualInspection', 'basis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'an inspection by a notice',
      edits: [
        {
          kind: 'set',
          path: ['annualInspection'],
          value: {
            kind: 'inspection',
            period: '每年',
            text: '三月底前把许可证交来检查。',
            basis: [{ law: 'a-notice', article: 8 }],
          },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    const { kind, basis } = item.annualInspection ?? {};
    if (kind === undefined) return [];
    const isReport = kind === 'report';
    const law = insufficientBasis(basis, isReport ? ruleOrAbove : regulationOrAbove, lookups);
    if (law === undefined) return [];
    return [
      {
        path: ['annualInspection', 'basis', 0, 'law'],
        ...(isReport && { severity: 'warning' as const }),
        message: {
          zh: `${isReport ? '年报' : '年检'}的依据${law.zh}层级不够。请引用规定它的${isReport ? '法律、法规、规章' : '法律、法规或者国务院决定'}；没有的，取消，写 none。`,
          en: `The annual ${isReport ? 'report' : 'inspection'} rests on ${law.en}, which is not enough. Cite the ${isReport ? 'law, regulation or rule' : 'law, regulation or State Council decision'} that sets it; without one, drop it and write none.`,
        },
      },
    ];
  },
};

import { insufficientBasis, lawOrAdministrativeRegulation } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

const free = /不(?:另行?)?(?:收|缴|交)|免|^无|没有|^0\s*元?$/;

export const annualInspectionFree: ItemRule = {
  id: 'annual-inspection-free',
  family: 'supervision',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '监督检查不收费，法律、行政法规另有规定的除外',
    en: 'Supervision is free unless a law or administrative regulation says otherwise',
  },
  why: {
    zh: '对许可事项进行监督检查不得收取任何费用，年检收费是常见的变相收费。取消收费，或者引用规定收费的法律、行政法规。',
    en: 'No fee may be taken for supervising what is permitted, and annual inspections are a usual pretext. Drop it, or cite the law or administrative regulation that allows it.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 58, paragraph: 1 }],
  good: [
    {
      name: 'free',
      item: {
        annualInspection: { kind: 'inspection', fee: '不收费', basis: [{ law: 'a-local-regulation' }] },
      },
    },
    { name: 'nothing said', item: { annualInspection: { kind: 'report' } } },
    {
      name: 'a fee by a regulation',
      item: {
        annualInspection: { kind: 'inspection', fee: '每台 200 元', basis: [{ law: 'a-regulation' }] },
      },
    },
  ],
  bad: [
    {
      name: 'a fee by a local regulation',
      item: {
        annualInspection: { kind: 'inspection', fee: '每户 50 元', basis: [{ law: 'a-local-regulation' }] },
      },
      at: ['annualInspection', 'fee'],
    },
  ],
  mutations: [
    {
      name: 'an inspection that costs fifty yuan by a local decision',
      edits: [
        {
          kind: 'set',
          path: ['annualInspection'],
          value: {
            kind: 'inspection',
            period: '每年',
            text: '三月底前把许可证交来检查。',
            fee: '每户 50 元',
            basis: [{ law: 'a-decision', article: 8 }],
          },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    const { fee, basis } = item.annualInspection ?? {};
    if (fee === undefined || free.test(fee)) return [];
    const law = insufficientBasis(basis, lawOrAdministrativeRegulation, lookups);
    if (law === undefined) return [];
    return [
      {
        path: ['annualInspection', 'fee'],
        message: {
          zh: `年检年报收费“${fee}”，依据${law.zh}不足以收费。请取消收费；法律、行政法规规定收费的，在 basis 中引用。`,
          en: `The annual inspection or report costs "${fee}" by ${law.en}, which cannot impose a fee. Drop it, or cite the law or administrative regulation that does in basis.`,
        },
      },
    ];
  },
};

import { insufficientBasis, regulationOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** A warning: such a demand is the ill of whoever wrote the rule, and whoever cites it can only object to it. */
export const intermediaryBasisRank: ItemRule = {
  id: 'intermediary-basis-rank',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '中介服务须有法律、法规或者国务院决定依据',
    en: 'An intermediary service rests on a law, a regulation or a State Council decision',
  },
  why: {
    zh: '把评估、检测写成申请条件，费用和时间就转给了申请人。没有法律、法规、国务院决定依据的，机关自己核验或者付费。',
    en: 'Making an appraisal or a test a condition shifts cost and time to the applicant. Without a law, a regulation or a State Council decision the agency verifies by itself or pays.',
  },
  cites: [{ law: 'business-environment-regulation', article: 43 }],
  good: [
    { name: 'none', item: { intermediaries: { none: '不需要中介服务' } } },
    {
      name: 'a regulation',
      item: { intermediaries: { list: [{ id: 't', name: '检测', basis: [{ law: 'a-regulation' }] }] } },
    },
    {
      name: 'a department rule beside a law',
      item: {
        intermediaries: {
          list: [
            { id: 't', name: '检测', basis: [{ law: 'a-department-rule' }, { law: 'a-law', article: 8 }] },
          ],
        },
      },
    },
    {
      name: 'the agency pays',
      item: {
        intermediaries: {
          list: [{ id: 't', name: '评审', payer: 'agency', basis: [{ law: 'a-department-rule' }] }],
        },
      },
    },
  ],
  bad: [
    {
      name: 'a department rule alone',
      item: {
        intermediaries: {
          list: [{ id: 't', name: '检测', payer: 'applicant', basis: [{ law: 'a-department-rule' }] }],
        },
      },
      at: ['intermediaries', 'list', 0, 'basis', 0, 'law'],
    },
    {
      name: 'a notice alone',
      item: { intermediaries: { list: [{ id: 't', name: '评估', basis: [{ law: 'a-notice' }] }] } },
      at: ['intermediaries', 'list', 0, 'basis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'a report by a department rule',
      edits: [
        {
          kind: 'set',
          path: ['intermediaries'],
          value: {
            list: [
              {
                id: 'survey',
                name: '管线探测报告',
                providers: '有相应资质的单位',
                payer: 'applicant',
                basis: [{ law: 'a-department-rule', article: 3 }],
              },
            ],
          },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    return (item.intermediaries?.list ?? []).flatMap((service, i) => {
      // What an agency needs for its own examination it orders and pays itself (Art. 43, third paragraph).
      if (service.payer === 'agency') return [];
      const law = insufficientBasis(service.basis, regulationOrAbove, lookups);
      if (law === undefined) return [];
      const name = service.name ?? service.id ?? '';
      return [
        {
          path: ['intermediaries', 'list', i, 'basis', 0, 'law'],
          message: {
            zh: `中介服务“${name}”的依据${law.zh}层级不够，不能作为办理的条件。请引用法律、法规或者国务院决定；没有的，改由机关自行核验或者付费，并向制定机关提出异议。`,
            en: `The service "${name}" rests on ${law.en}, which cannot make it a condition. Cite a law, a regulation or a State Council decision; without one, let the agency verify or pay, and object to whoever wrote the rule.`,
          },
        },
      ];
    });
  },
};

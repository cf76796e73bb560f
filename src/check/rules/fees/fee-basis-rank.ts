import { insufficientBasis, lawOrAdministrativeRegulation } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** Licensing Law Art. 58. */
export const feeBasisRank: ItemRule = {
  id: 'fee-basis-rank',
  family: 'fees',
  scope: 'item',
  severity: 'error',
  title: { zh: '收费须有法律或行政法规依据', en: 'A fee rests on a law or an administrative regulation' },
  why: {
    zh: '地方文件、部门规章不能对许可收费。引用规定收费的法律、行政法规；没有的，取消收费，已收的退还。',
    en: 'Local notices and department rules cannot put a fee on a permit. Cite the law or administrative regulation that does; without one, drop the fee and return what was taken.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 58 }],
  good: [
    { name: 'no fee', item: { fees: { none: '不收费' } } },
    {
      name: 'a regulation',
      item: { fees: { list: [{ id: 'f', name: '修复费', basis: [{ law: 'a-regulation', article: 37 }] }] } },
    },
    {
      name: 'a regulation beside a notice',
      item: { fees: { list: [{ id: 'f', basis: [{ law: 'a-notice' }, { law: 'a-regulation' }] }] } },
    },
    {
      name: 'a public service, which is no permit',
      item: {
        basics: { type: '20' },
        fees: { list: [{ id: 'f', name: '服务费', basis: [{ law: 'a-notice' }] }] },
      },
    },
    { name: 'a missing basis is the schema’s to name', item: { fees: { list: [{ id: 'f' }] } } },
  ],
  bad: [
    {
      name: 'a local notice',
      item: { fees: { list: [{ id: 'f', name: '工本费', basis: [{ law: 'a-notice' }] }] } },
      at: ['fees', 'list', 0, 'basis', 0, 'law'],
    },
    {
      name: 'a local regulation',
      item: { fees: { list: [{ id: 'f', name: '工本费', basis: [{ law: 'a-local-regulation' }] }] } },
      at: ['fees', 'list', 0, 'basis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'by a notice',
      edits: [{ kind: 'set', path: ['fees', 'list', 0, 'basis'], value: [{ law: 'a-notice', article: 3 }] }],
    },
  ],
  check(item, { lookups }) {
    // Fees of what is no permit have bases of other kinds.
    if ((item.basics?.type ?? '01') !== '01') return [];
    return (item.fees?.list ?? []).flatMap((fee, i) => {
      const law = insufficientBasis(fee.basis, lawOrAdministrativeRegulation, lookups);
      if (law === undefined) return [];
      const name = fee.name ?? fee.id ?? '';
      return [
        {
          path: ['fees', 'list', i, 'basis', 0, 'law'],
          message: {
            zh: `“${name}”的依据${law.zh}不足以收费。请引用规定收费的法律或行政法规；没有的，取消这项收费，写 none: 不收费。`,
            en: `"${name}" rests on ${law.en}, which cannot impose a fee. Cite the law or administrative regulation that does; without one, drop the fee.`,
          },
        },
      ];
    });
  },
};

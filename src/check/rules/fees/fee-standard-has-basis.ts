import { isPermit } from '../basis/establishingBases.ts';
import type { Finding, ItemRule } from '../rule.ts';

export const feeStandardHasBasis: ItemRule = {
  id: 'fee-standard-has-basis',
  family: 'fees',
  scope: 'item',
  severity: 'warning',
  title: { zh: '收费标准有公布的依据', en: 'The standard of a fee has a published basis' },
  why: {
    zh: '收费要照公布的法定项目和标准。有收费依据还不够，收多少也要有出处：在标准依据中引用定标准的文件。',
    en: 'Fees follow published items and standards: that a fee is lawful does not say how much. Cite what sets the standard in standardBasis.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 59 }],
  good: [
    {
      name: 'a notice that sets the standard',
      item: { fees: { list: [{ id: 'f', name: '修复费', standardBasis: [{ law: 'a-notice' }] }] } },
    },
    { name: 'no fee', item: { fees: { none: '不收费' } } },
    {
      name: 'a public service, which is no permit',
      item: { basics: { type: '20' }, fees: { list: [{ id: 'f', name: '服务费' }] } },
    },
  ],
  bad: [
    {
      name: 'a basis for the fee alone',
      item: { fees: { list: [{ id: 'f', name: '修复费', basis: [{ law: 'a-regulation', article: 37 }] }] } },
      at: ['fees', 'list', 0],
    },
  ],
  mutations: [
    {
      name: 'nothing says how much',
      edits: [{ kind: 'remove', path: ['fees', 'list', 0, 'standardBasis'] }],
    },
  ],
  check(item) {
    if (!isPermit(item)) return [];
    return (item.fees?.list ?? []).flatMap((fee, i): Finding[] => {
      if ((fee.standardBasis ?? []).length > 0) return [];
      const name = fee.name ?? fee.id ?? '';
      return [
        {
          path: ['fees', 'list', i],
          message: {
            zh: `“${name}”的收费标准没有依据。请在 standardBasis 中引用公布标准的文件。`,
            en: `Nothing says what sets the standard of "${name}". Cite it in standardBasis.`,
          },
        },
      ];
    });
  },
};

import { isPermit } from '../basis/establishingBases.ts';
import type { Finding, ItemRule } from '../rule.ts';

export const feeSaysWherePaid: ItemRule = {
  id: 'fee-says-where-paid',
  family: 'fees',
  scope: 'item',
  severity: 'warning',
  title: { zh: '收费写明怎样缴入国库', en: 'A fee says how it is paid to the treasury' },
  why: {
    zh: '收费全部上缴国库，收缴分离，窗口不经手现金。写明凭什么、到哪里缴。',
    en: 'All fees go to the treasury, and who charges does not collect. Say by which paper and where it is paid.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 59 }],
  good: [
    {
      name: 'to the treasury',
      item: { fees: { list: [{ id: 'f', name: '修复费', payAt: '凭缴款通知书缴入国库。' }] } },
    },
    { name: 'no fee', item: { fees: { none: '不收费' } } },
  ],
  bad: [
    {
      name: 'nobody says where',
      item: { fees: { list: [{ id: 'f', name: '修复费' }] } },
      at: ['fees', 'list', 0],
    },
  ],
  mutations: [{ name: 'nobody says where', edits: [{ kind: 'remove', path: ['fees', 'list', 0, 'payAt'] }] }],
  check(item) {
    if (!isPermit(item)) return [];
    return (item.fees?.list ?? []).flatMap((fee, i): Finding[] => {
      if (fee.payAt !== undefined) return [];
      const name = fee.name ?? fee.id ?? '';
      return [
        {
          path: ['fees', 'list', i],
          message: {
            zh: `“${name}”没有写到哪里缴。收费全部上缴国库，请在 payAt 中写明缴款方式。`,
            en: `"${name}" does not say where it is paid. All fees go to the treasury: say how in payAt.`,
          },
        },
      ];
    });
  },
};

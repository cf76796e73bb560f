import type { Draft, Fee } from '../../model/item.ts';
import { formatFen } from '../../procedure/index.ts';
import { citationViews } from './citations.ts';
import { pointView } from './points.ts';
import { groupOf, type Subject } from './subject.ts';
import type { FeeView, GuideView } from './types.ts';

/** What is charged, by which standard, and in one phrase. */
export function feeViews(subject: Subject): Pick<GuideView, 'fees' | 'feeWords'> {
  const { none, list } = subject.item.fees ?? {};
  const fees = groupOf(none, list, (fee, index) => feeView(subject, fee, index));
  return { fees, feeWords: feeWords(fees) };
}

function feeView(subject: Subject, fee: Draft<Fee>, index: number): FeeView {
  return {
    ...pointView(subject, { ...fee, text: fee.name ?? fee.id }, index),
    standard: standardWords(fee),
    amount: fee.standard?.kind === 'fixed' ? fee.standard.amount : undefined,
    standardBasis: citationViews(subject, fee.standardBasis),
    reductions: (fee.reductions ?? []).map((reduction) => ({
      text: reduction.text ?? '未写明',
      basis: citationViews(subject, reduction.basis),
    })),
    payAt: fee.payAt,
  };
}

function feeWords(fees: GuideView['fees']): string {
  if (fees.none !== undefined) return '不收费';
  const [first, ...more] = fees.list;
  if (first === undefined) return '未写明';
  return more.length === 0 ? first.standard : `${fees.list.length} 项收费`;
}

/** A standard in one sentence, as a person at the counter would say it. */
function standardWords({ standard }: Draft<Fee>): string {
  switch (standard?.kind) {
    case 'fixed':
      return standard.amount === undefined ? '未写明' : formatFen(standard.amount);
    case 'unit':
      return standard.amount === undefined
        ? '未写明'
        : `每${standard.unit ?? '单位'} ${formatFen(standard.amount)}`;
    case 'tiers': {
      const unit = standard.unit ?? '单位';
      const tiers = (standard.tiers ?? []).map(({ upTo, amount }) => {
        const part = upTo === undefined ? '以上部分' : `至 ${upTo} ${unit}的部分`;
        return `${part}每${unit} ${amount === undefined ? '未写明' : formatFen(amount)}`;
      });
      return tiers.length === 0 ? '未写明' : tiers.join('；');
    }
    case 'formula':
      return standard.text ?? '未写明';
    case undefined:
      return '未写明';
  }
}

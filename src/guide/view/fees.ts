import type { Draft, Fee, FeeTerm } from '../../model/item.ts';
import {
  examplesOf,
  formatFen,
  effectWords,
  questionName,
  questionsOf,
  readAnswers,
  roundingWords,
  selectCase,
  totalFees,
} from '../../procedure/index.ts';
import { whenView } from './cases.ts';
import { citationViews } from './citations.ts';
import { pointView } from './points.ts';
import { groupOf, joined, type Subject } from './subject.ts';
import type { FeeView, GuideView } from './types.ts';

/** What is charged, by which standard, in one phrase, and how it is reckoned in the item's own examples. */
export function feeViews(subject: Subject): Pick<GuideView, 'fees' | 'feeWords' | 'feeExamples'> {
  const { none, list } = subject.item.fees ?? {};
  const fees = groupOf(none, list, (fee, index) => feeView(subject, fee, index));
  return { fees, feeWords: feeWords(fees), feeExamples: feeExamples(subject) };
}

function feeView(subject: Subject, fee: Draft<Fee>, index: number): FeeView {
  return {
    ...pointView(subject, { text: fee.name ?? fee.id, basis: fee.basis, when: fee.when }, index),
    standard: standardWords(fee),
    details: [...standardDetails(subject, fee), ...boundWords(fee)],
    amount: fee.standard?.kind === 'fixed' ? fee.standard.amount : undefined,
    standardBasis: citationViews(subject, fee.standardBasis),
    reductions: (fee.reductions ?? []).map((reduction) => ({
      text: joined([reduction.text?.replace(/。$/, '') ?? '未写明', effectText(reduction)], '，'),
      basis: citationViews(subject, reduction.basis),
      ...whenView(subject, reduction.when),
    })),
    payAt: fee.payAt,
  };
}

/** What the effect adds to the sentence; nothing where the sentence says it itself. */
function effectText(reduction: NonNullable<Draft<Fee>['reductions']>[number]): string {
  const words = effectWords(reduction).zh;
  const says = reduction.effect?.kind === 'exempt' && /免|不缴|不收/.test(reduction.text ?? '');
  return says ? '' : words;
}

/**
 * The examples of the item that cost something, reckoned here: what the page says is what is charged, also where
 * a lower level charges less than the level that wrote the example.
 */
function feeExamples({ item }: Subject): GuideView['feeExamples'] {
  return examplesOf(item).flatMap(({ name = '', answers }) => {
    const written = Object.entries(answers ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    const total = totalFees(selectCase(item, readAnswers(item, Object.fromEntries(written))));
    if (total.kind !== 'exact' || total.fen === 0) return [];
    const lines = total.fees.flatMap(({ reckoning }) =>
      reckoning.kind === 'amount' ? reckoning.lines.map(({ text }) => text) : [],
    );
    return [{ name, lines, total: formatFen(total.fen) }];
  });
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
        : `每${unitWords(standard)} ${formatFen(standard.amount)}${startedWords(standard)}`;
    case 'tiers':
      if ((standard.tiers ?? []).length === 0) return '未写明';
      return standard.mode === 'whole'
        ? `按所在档收（${standard.unit ?? '单位'}）`
        : `分段累计（${standard.unit ?? '单位'}）`;
    case 'formula':
      return standard.text ?? '未写明';
    case undefined:
      return '未写明';
  }
}

interface Counted {
  unit?: string;
  per?: number;
  roundUp?: boolean;
}

/** 平方米, ` 100 元`. */
function unitWords({ unit = '单位', per = 1 }: Counted): string {
  return per === 1 ? unit : ` ${per} ${unit}`;
}

function startedWords(counted: Counted): string {
  return counted.roundUp === true ? `，不足${unitWords(counted)}的按${unitWords(counted)}算` : '';
}

function standardDetails(subject: Subject, { standard }: Draft<Fee>): string[] {
  if (standard?.kind === 'tiers') {
    const unit = standard.unit ?? '单位';
    const part = standard.mode === 'whole' ? '' : '的部分';
    let from = 0;
    return (standard.tiers ?? []).map(({ upTo, amount, flat }) => {
      const range =
        upTo === undefined
          ? `超过 ${from} ${unit}${part}`
          : from === 0
            ? `${upTo} ${unit}以内`
            : `超过 ${from} 至 ${upTo} ${unit}${part}`;
      from = upTo ?? from;
      const money = amount === undefined ? '未写明' : formatFen(amount);
      return `${range}：${flat === true ? `定额 ${money}` : `每${unitWords(standard)} ${money}${startedWords(standard)}`}`;
    });
  }
  if (standard?.kind !== 'formula' || standard.terms === undefined) return [];
  const how = { sum: '', greatest: '取其中最高的一项', least: '取其中最低的一项' }[standard.combine ?? 'sum'];
  return [...standard.terms.map((term) => termWords(subject, term)), ...(how === '' ? [] : [how])];
}

function termWords(subject: Subject, term: Draft<FeeTerm>): string {
  const { name = '', amount, times = [], percent, min, max } = term;
  const factors = times.map((factor) => {
    if (factor.kind === 'constant') return joined([factor.text, String(factor.value ?? '')], ' ');
    if (factor.kind !== 'question') return '未写明';
    const asked = questionsOf(subject.item).find(({ id }) => id === factor.question);
    const name = asked === undefined ? (factor.question ?? '') : questionName(asked);
    const bounds = [
      factor.less !== undefined && `超过 ${factor.less} 的部分`,
      factor.atMost !== undefined && `最多按 ${factor.atMost}`,
      factor.per !== undefined && `每 ${factor.per} 计一次`,
      factor.roundUp === true && '不足的按一个计',
    ];
    const words = joined(bounds, '，');
    return words === '' ? name : `${name}（${words}）`;
  });
  const product = [
    ...factors,
    amount === undefined ? '未写明' : formatFen(amount),
    ...(percent === undefined ? [] : [`${percent}%`]),
  ].join(' × ');
  const { whenWords } = whenView(subject, term.when);
  return joined(
    [
      `${name}：${product}`,
      min !== undefined && `不低于 ${formatFen(min)}`,
      max !== undefined && `不高于 ${formatFen(max)}`,
      whenWords !== '' && `仅限 ${whenWords}`,
    ],
    '，',
  );
}

function boundWords({ min, max, rounding, reductionsAdd, reductions = [] }: Draft<Fee>): string[] {
  return [
    ...(min === undefined ? [] : [`最低 ${formatFen(min)}`]),
    ...(max === undefined ? [] : [`最高 ${formatFen(max)}`]),
    ...(rounding === undefined ? [] : [roundingWords(rounding)?.zh ?? '']),
    ...(reductions.length < 2 ? [] : [reductionsAdd === true ? '减免可以叠加' : '减免只享受最优惠的一项']),
  ].filter((words) => words !== '');
}

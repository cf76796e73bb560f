import type { Draft, Fee, FeeReduction } from '../model/item.ts';
import { elementsOf, isMap, textOf } from './elements.ts';
import type { Asked, FeeLine } from './fee.ts';
import { dividedBy, ratioOfNumber, rounded, times } from './ratio.ts';
import { judgeWhen } from './when.ts';
import { effectWords, formatFen, isFen } from './words.ts';

/**
 * What the reductions of a fee leave of `fen`, a line each that counts, and the questions on which others still depend. Those
 * that add up are taken one after the other, a percentage of what the one before left; of others only the one
 * that leaves least, as notices on administrative fees provide unless they say otherwise. One without a `when` is for everybody;
 * one without an `effect` is told and not reckoned.
 */
export function reduced(fee: Draft<Fee>, fen: number, asked: Asked): { lines: FeeLine[]; open: string[] } {
  const open: string[] = [];
  const sure: Draft<FeeReduction>[] = [];
  for (const reduction of elementsOf(fee.reductions)) {
    if (!isMap(reduction.effect)) continue;
    const verdict = judgeWhen(reduction.when, asked.questions, asked.answers);
    if (verdict.kind === 'applies') sure.push(reduction);
    if (verdict.kind === 'depends') open.push(...verdict.on);
  }
  const lines: FeeLine[] = [];
  let rest = fen;
  const taken = fee.reductionsAdd === true ? sure : best(sure, fen);
  for (const reduction of taken) {
    const less = left(reduction, rest);
    if (less === undefined) continue;
    const words = effectWords(reduction);
    const name = textOf(reduction.text)?.replace(/。$/, '') ?? '';
    lines.push({
      text: `减免（${name}）：${words.zh}，应缴 ${formatFen(less)}`,
      textEn: `reduction (${name}): ${words.en}, ${formatFen(less, 'en')} to pay`,
      fen: less,
      is: 'total',
    });
    rest = less;
  }
  return { lines, open: [...new Set(open)] };
}

/** The one that leaves least, the first of equals. */
function best(reductions: Draft<FeeReduction>[], fen: number): Draft<FeeReduction>[] {
  const [first, ...more] = reductions;
  if (first === undefined) return [];
  return [more.reduce((a, b) => ((left(b, fen) ?? fen) < (left(a, fen) ?? fen) ? b : a), first)];
}

function left({ effect }: Draft<FeeReduction>, fen: number): number | undefined {
  switch (effect?.kind) {
    case 'exempt':
      return 0;
    case 'amount':
      return isFen(effect.amount) ? Math.max(0, fen - effect.amount) : undefined;
    case 'percent': {
      const percent = ratioOfNumber(effect.percent);
      const hundred = { over: 100n, under: 1n };
      if (percent === undefined || percent.over > percent.under * 100n) return undefined;
      const off = times({ over: BigInt(fen), under: 1n }, dividedBy(percent, hundred));
      return fen - Number(rounded(off, 'down'));
    }
    default:
      return undefined;
  }
}

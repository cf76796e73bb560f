import type { Draft, Fee, Question } from '../model/item.ts';
import type { Words } from '../model/schemas.ts';
import { reduced } from './feeReductions.ts';
import { amount, clipped, reckonStandard } from './feeStandard.ts';
import { rounded, type Rounding } from './ratio.ts';
import type { Case, Chosen } from './selectCase.ts';
import type { Answers } from './when.ts';
import { formatFen, isFen, unreckoned } from './words.ts';

/**
 * One line of a reckoning; `fen` a whole number of fen. A `part` is added to what the lines before came to, a
 * `total` takes its place: a minimum, a reduction, the rounding. The last line so reached is the fee.
 */
export interface FeeLine {
  text: string;
  textEn: string;
  fen: number;
  is: 'part' | 'total';
}

export type Reckoning =
  /** `open`: questions whose answer may reduce it. */
  | { kind: 'amount'; fen: number; lines: FeeLine[]; open: string[] }
  | { kind: 'unknown'; reason: Unreckoned; words: Words };

/**
 * Why a fee is not reckoned: by a `formula` that only people read; no `quantity`, or none that can be used; an
 * `answer` is wanted; `beyond` the last tier; a `standard` that is not written, or not so that it can be reckoned.
 */
export type Unreckoned = 'formula' | 'quantity' | 'answer' | 'beyond' | 'standard';

/** What a fee is reckoned from. */
export interface Asked {
  questions: readonly Draft<Question>[];
  answers: Answers;
  /** The quantity of this fee, where it does not come from an answer. */
  quantity?: number;
}

/**
 * What a fee comes to in fen: its standard line by line, then its minimum and maximum, then reductions, then its
 * rounding. Quantities are taken as the decimals they are written as and multiplied exactly; every line is
 * rounded half up to a fen, so that the sum is the sum shown.
 */
export function reckonFee(fee: Draft<Fee>, asked: Asked): Reckoning {
  const standard = reckonStandard(fee.standard, asked);
  if (standard.kind === 'unknown') return standard;
  const { min, max, rounding } = fee;
  if (![min, max].every((bound) => bound === undefined || isFen(bound))) return unreckoned.standard();
  const lines = [...standard.lines];
  const bounded = clipped(standard.fen, min, max);
  if (bounded !== standard.fen) {
    const low = bounded > standard.fen;
    lines.push({
      text: `${low ? '最低收' : '最高收'} ${formatFen(bounded)}`,
      textEn: `${low ? 'at least' : 'at most'} ${formatFen(bounded, 'en')}`,
      fen: bounded,
      is: 'total',
    });
  }
  const reductions = reduced(fee, bounded, asked);
  lines.push(...reductions.lines);
  const before = lines.at(-1)?.is === 'total' ? lines.at(-1)!.fen : bounded;
  if (rounding !== undefined) {
    const line = roundingLine(before, rounding);
    if (line === undefined) return unreckoned.standard();
    if (line.fen !== before) lines.push(line);
  }
  const reckoned = amount(lines);
  return reckoned.kind === 'amount' ? { ...reckoned, open: reductions.open } : reckoned;
}

const steps: Record<NonNullable<Fee['rounding']>['to'], { fen: bigint; words: Words }> = {
  fen: { fen: 1n, words: { zh: '分', en: 'a fen' } },
  jiao: { fen: 10n, words: { zh: '角', en: '0.1 yuan' } },
  yuan: { fen: 100n, words: { zh: '元', en: 'a yuan' } },
};
export const roundings: Record<Rounding, Words> = {
  'half-up': { zh: '四舍五入到', en: 'rounded half up to' },
  down: { zh: '舍去尾数到', en: 'rounded down to' },
  up: { zh: '进位到', en: 'rounded up to' },
};

function roundingLine(fen: number, { to, by }: Draft<NonNullable<Fee['rounding']>>): FeeLine | undefined {
  const words = roundingWords({ to, by });
  if (words === undefined) return undefined;
  const step = steps[to!].fen;
  const whole = Number(rounded({ over: BigInt(fen), under: step }, by!) * step);
  return {
    text: `${words.zh}：${formatFen(whole)}`,
    textEn: `${words.en}: ${formatFen(whole, 'en')}`,
    fen: whole,
    is: 'total',
  };
}

/** 四舍五入到元; `undefined` where a draft has not said both. */
export function roundingWords({ to, by }: Draft<NonNullable<Fee['rounding']>>): Words | undefined {
  if (typeof to !== 'string' || typeof by !== 'string') return undefined;
  if (!Object.hasOwn(steps, to) || !Object.hasOwn(roundings, by)) return undefined;
  return { zh: `${roundings[by].zh}${steps[to].words.zh}`, en: `${roundings[by].en} ${steps[to].words.en}` };
}

/** The fees of a case; `fen` is the sum of those that surely apply and can be reckoned, sure reductions taken off. */
export interface TotalFees {
  /**
   * `exact`: nothing is left open. `at-least`: some fee depends on an answer, or cannot be reckoned. `at-most`: an
   * answer may reduce it. `about`: both.
   */
  kind: 'exact' | 'at-least' | 'at-most' | 'about';
  fen: number;
  fees: { fee: Draft<Fee>; verdict: Chosen<unknown>['verdict']; reckoning: Reckoning }[];
}

/**
 * Reckons all fees of a case. The quantity of a fee is taken from `quantities` by the fee's id, else from the
 * answer to the question that the fee names.
 */
export function totalFees(
  { fees, answers, questions }: Pick<Case, 'fees' | 'answers' | 'questions'>,
  quantities: Readonly<Record<string, number>> = {},
): TotalFees {
  const reckoned = fees.map(({ element: fee, verdict }) => {
    const quantity =
      fee.id !== undefined && Object.hasOwn(quantities, fee.id) ? quantities[fee.id] : undefined;
    const asked = { questions, answers, ...(quantity !== undefined && { quantity }) };
    return { fee, verdict, reckoning: reckonFee(fee, asked) };
  });
  const sure = reckoned.flatMap(({ verdict, reckoning }) =>
    verdict.kind === 'applies' && reckoning.kind === 'amount' ? [reckoning] : [],
  );
  const more = sure.length < reckoned.length;
  const less = sure.some(({ open }) => open.length > 0);
  return {
    kind: more ? (less ? 'about' : 'at-least') : less ? 'at-most' : 'exact',
    fen: sure.reduce((sum, { fen }) => sum + fen, 0),
    fees: reckoned,
  };
}

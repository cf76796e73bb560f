import type { Draft, FeeStandard, FeeTerm } from '../model/item.ts';
import { decimalOf, decimalText, difference, type Decimal } from './decimal.ts';
import { elementsOf, textOf } from './elements.ts';
import type { Asked, FeeLine, Reckoning } from './fee.ts';
import { numberAnswer, termFactors, type Factor } from './feeFactors.ts';
import { dividedBy, one, ratioOf, ratioOfNumber, rounded, times, type Ratio } from './ratio.ts';
import { judgeWhen } from './when.ts';
import { formatFen, isFen, unreckoned } from './words.ts';

type Standard<Kind extends FeeStandard['kind']> = Draft<Extract<FeeStandard, { kind: Kind }>>;

/** What a standard comes to before minimum, maximum, reductions and rounding, line by line. */
export function reckonStandard(standard: Draft<FeeStandard> | undefined, asked: Asked): Reckoning {
  switch (standard?.kind) {
    case 'fixed':
      return isFen(standard.amount)
        ? amount([{ text: `定额 ${formatFen(standard.amount)}`, textEn: `fixed ${formatFen(standard.amount, 'en')}`, fen: standard.amount, is: 'part' }]) // prettier-ignore
        : unreckoned.standard();
    case 'unit':
      return reckonUnits(standard, asked);
    case 'tiers':
      return reckonTiers(standard, asked);
    case 'formula':
      return reckonFormula(standard, asked);
    default:
      return unreckoned.standard();
  }
}

/** The lines and what they come to; none where that is beyond the whole numbers that the language knows. */
export function amount(lines: FeeLine[]): Reckoning {
  const fen = lines.reduce((sum, line) => (line.is === 'part' ? sum + line.fen : line.fen), 0);
  // Beyond this, doubles skip whole numbers: such a sum is a slip in the standard or the quantity.
  return Number.isSafeInteger(fen) ? { kind: 'amount', fen, lines, open: [] } : unreckoned.standard();
}

/** What both kinds of standard that count units say of them. */
interface Units {
  unit: string;
  /** What is counted, in a word, where a question asks for it. */
  name: string;
  per: Ratio;
  perText: string;
  roundUp: boolean;
}

function unitsOf(standard: Standard<'unit'> | Standard<'tiers'>, asked: Asked): Units | undefined {
  const per = standard.per === undefined ? one : ratioOfNumber(standard.per);
  if (per === undefined || per.over === 0n) return undefined;
  return {
    unit: textOf(standard.unit) ?? '',
    name: numberAnswer(textOf(standard.question), asked)?.name ?? '',
    per,
    perText: standard.per === undefined || standard.per === 1 ? '' : decimalText(decimalOf(standard.per)!),
    roundUp: standard.roundUp === true,
  };
}

function quantityOf(standard: Standard<'unit'> | Standard<'tiers'>, asked: Asked): Decimal | undefined {
  const number = asked.quantity ?? numberAnswer(textOf(standard.question), asked)?.number;
  return typeof number === 'number' ? decimalOf(number) : undefined;
}

function reckonUnits(standard: Standard<'unit'>, asked: Asked): Reckoning {
  const units = unitsOf(standard, asked);
  if (!isFen(standard.amount) || units === undefined) return unreckoned.standard();
  const count = quantityOf(standard, asked);
  if (count === undefined) return unreckoned.quantity(units.unit);
  const lead = units.name === '' ? '' : `${units.name} `;
  return amount([unitLine([lead, lead], count, standard.amount, units)]);
}

/**
 * `progressive`: each tier's amount is for that part of the quantity which lies above the tier before and up to
 * its own `upTo`, as court fees are. `whole`: the tier in which the quantity falls, its bound included, decides
 * for all of it, as inspection fees by class are. A `flat` amount is for the tier and not multiplied.
 */
function reckonTiers(standard: Standard<'tiers'>, asked: Asked): Reckoning {
  const units = unitsOf(standard, asked);
  const { mode } = standard;
  if (units === undefined || (mode !== 'progressive' && mode !== 'whole')) return unreckoned.standard();
  const count = quantityOf(standard, asked);
  if (count === undefined) return unreckoned.quantity(units.unit);
  const tiers = elementsOf(standard.tiers);
  if (tiers.length === 0) return unreckoned.standard();
  const lines: FeeLine[] = [];
  let from: Decimal = { digits: 0n, scale: 0 };
  for (const { upTo, amount: each, flat } of tiers) {
    if (!isFen(each)) return unreckoned.standard();
    const end = upTo === undefined ? undefined : decimalOf(upTo);
    if (upTo !== undefined && (end === undefined || !isAbove(end, from))) return unreckoned.standard();
    const last = end === undefined || !isAbove(count, end);
    if (mode === 'progressive' || last) {
      const lead = tierWords(mode, from, end, units);
      const part = mode === 'whole' ? count : difference(last ? count : end, from);
      lines.push(flat === true ? flatLine(lead, each) : unitLine(lead, part, each, units));
    }
    if (last) return amount(lines);
    from = end;
  }
  return unreckoned.beyond(decimalText(from), units.unit);
}

type Lead = readonly [zh: string, en: string];

function tierWords(
  mode: 'progressive' | 'whole',
  from: Decimal,
  end: Decimal | undefined,
  { unit, name }: Units,
): Lead {
  const low = decimalText(from);
  const high = end && decimalText(end);
  const part = mode === 'whole' ? '' : '的部分';
  if (high === undefined)
    return [`${name}超过 ${low} ${unit}${part}：`, `${name} above ${low} ${unit}: `.trimStart()];
  return from.digits === 0n
    ? [`${name}${high} ${unit}以内：`, `${name} up to ${high} ${unit}: `.trimStart()]
    : [
        `${name}超过 ${low} 至 ${high} ${unit}${part}：`,
        `${name} above ${low} up to ${high} ${unit}: `.trimStart(),
      ];
}

function flatLine([zh, en]: Lead, fen: number): FeeLine {
  return {
    text: `${zh}定额 ${formatFen(fen)}`,
    textEn: `${en}fixed ${formatFen(fen, 'en')}`,
    fen,
    is: 'part',
  };
}

/** 面积 120 平方米 × 2 元 = 240 元; with `per`: 230 元 ÷ 100，进为 3 × 2.50 元 = 7.50 元. */
function unitLine([zh, en]: Lead, count: Decimal, each: number, units: Units): FeeLine {
  const exact = dividedBy(ratioOf(count), units.per);
  const whole = units.roundUp ? rounded(exact, 'up') : undefined;
  const counted = whole === undefined ? exact : { over: whole, under: 1n };
  const fen = Number(rounded(times({ over: BigInt(each), under: 1n }, counted), 'half-up'));
  const quantity = `${decimalText(count)} ${units.unit}`.trimEnd();
  const divided = units.perText === '' ? '' : ` ÷ ${units.perText}`;
  const up = whole === undefined ? ['', ''] : [`，进为 ${whole}`, `, counted as ${whole}`];
  return {
    text: `${zh}${quantity}${divided}${up[0]} × ${formatFen(each)} = ${formatFen(fen)}`,
    textEn: `${en}${quantity}${divided}${up[1]} × ${formatFen(each, 'en')} = ${formatFen(fen, 'en')}`,
    fen,
    is: 'part',
  };
}

/** Each term is its amount times its factors; a term whose `when` does not hold is left out. */
function reckonFormula(standard: Standard<'formula'>, asked: Asked): Reckoning {
  const terms = elementsOf(standard.terms);
  if (terms.length === 0) return unreckoned.formula(textOf(standard.text));
  const lines: FeeLine[] = [];
  for (const term of terms) {
    const verdict = judgeWhen(term.when, asked.questions, asked.answers);
    if (verdict.kind === 'not') continue;
    if (verdict.kind === 'depends') return unreckoned.answer(verdict.on);
    const line = termLine(term, asked);
    if ('kind' in line) return line;
    lines.push(line);
  }
  return amount(combined(lines, standard.combine));
}

function termLine(term: Draft<FeeTerm>, asked: Asked): FeeLine | Reckoning {
  const factors = termFactors(term, asked);
  if (factors.kind === 'missing') return unreckoned.quantity(factors.name);
  const percent = term.percent === undefined ? 100 : term.percent;
  const share = ratioOfNumber(percent);
  const bounds = [term.min, term.max];
  if (factors.kind === 'unclear' || !isFen(term.amount) || share === undefined) return unreckoned.standard();
  if (!bounds.every((bound) => bound === undefined || isFen(bound))) return unreckoned.standard();
  const product = [
    ...factors.list.map(({ value }) => value),
    dividedBy(share, { over: 100n, under: 1n }),
  ].reduce(times, { over: BigInt(term.amount), under: 1n });
  const exact = Number(rounded(product, 'half-up'));
  const fen = clipped(exact, term.min, term.max);
  const words = (language: 'zh' | 'en') =>
    [
      ...factors.list.map((factor: Factor) => factor.words[language]),
      formatFen(term.amount!, language),
      ...(percent === 100 ? [] : [`${percent}%`]),
    ].join(' × ');
  const name = textOf(term.name) ?? '';
  const [least, most] = [fen > exact, fen < exact];
  const bound = {
    zh: least
      ? `，不足 ${formatFen(fen)}按 ${formatFen(fen)}`
      : most
        ? `，超过 ${formatFen(fen)}按 ${formatFen(fen)}`
        : '',
    en: least ? `, at least ${formatFen(fen, 'en')}` : most ? `, at most ${formatFen(fen, 'en')}` : '',
  };
  return {
    text: `${name}：${words('zh')} = ${formatFen(exact)}${bound.zh}`,
    textEn: `${name}: ${words('en')} = ${formatFen(exact, 'en')}${bound.en}`,
    fen,
    is: 'part',
  };
}

function combined(lines: FeeLine[], combine: Standard<'formula'>['combine']): FeeLine[] {
  if (lines.length < 2 || (combine !== 'greatest' && combine !== 'least')) return lines;
  const most = combine === 'greatest';
  const fen = lines.map((line) => line.fen).reduce((a, b) => (most ? Math.max(a, b) : Math.min(a, b)));
  return [
    ...lines,
    {
      text: `取最${most ? '高' : '低'}的一项：${formatFen(fen)}`,
      textEn: `the ${most ? 'greatest' : 'least'} of these: ${formatFen(fen, 'en')}`,
      fen,
      is: 'total',
    },
  ];
}

/** `fen` between the bounds; where they contradict each other the upper one holds, in the applicant's favour. */
export function clipped(fen: number, min: number | undefined, max: number | undefined): number {
  return Math.min(Math.max(fen, min ?? 0), max ?? Infinity);
}

function isAbove(a: Decimal, b: Decimal): boolean {
  return difference(a, b).digits > 0n;
}

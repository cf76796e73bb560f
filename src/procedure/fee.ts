import type { Draft, Fee, FeeStandard } from '../model/item.ts';
import type { Words } from '../model/schemas.ts';
import { amountTimes, decimalOf, decimalText, difference, type Decimal } from './decimal.ts';
import { elementsOf, textOf } from './elements.ts';
import { quantityQuestion, type Case, type Chosen } from './selectCase.ts';
import { formatFen, unreckoned } from './words.ts';

/** One line of a reckoning; `fen` a whole number of fen. */
export interface FeeLine {
  text: string;
  textEn: string;
  fen: number;
}

export type Reckoning =
  { kind: 'amount'; fen: number; lines: FeeLine[] } | { kind: 'unknown'; reason: Unreckoned; words: Words };

/**
 * Why a fee is not reckoned: by a `formula` that only people read; no `quantity`, or none that can be used;
 * `beyond` the last tier; a `standard` that is not written, or not so that it can be reckoned.
 */
export type Unreckoned = 'formula' | 'quantity' | 'beyond' | 'standard';

/**
 * What a fee comes to in fen. Tiers are marginal: each tier's amount is for a unit of that part of the quantity
 * which lies above the tier before and up to its own `upTo`. Quantities are taken as the decimals they are
 * written as; every line is rounded half up to a fen and the lines are added, so that the sum is the sum shown.
 */
export function reckonFee(fee: Draft<Fee>, quantity?: number): Reckoning {
  const standard: Draft<FeeStandard> | undefined = fee.standard;
  switch (standard?.kind) {
    case 'fixed':
      return isFen(standard.amount)
        ? amount([{ text: '定额', textEn: 'fixed', fen: standard.amount }])
        : unreckoned.standard();
    case 'unit': {
      if (!isFen(standard.amount)) return unreckoned.standard();
      const count = readQuantity(quantity);
      return count === undefined
        ? unreckoned.quantity(textOf(standard.unit))
        : amount([line('', '', { count, unit: textOf(standard.unit), each: standard.amount })]);
    }
    case 'tiers':
      return reckonTiers(standard, quantity);
    case 'formula':
      return unreckoned.formula(textOf(standard.text));
    default:
      return unreckoned.standard();
  }
}

/** The fees of a case; `fen` is the sum of those that surely apply and can be reckoned. */
export interface TotalFees {
  /** `exact`: nothing is left open. `at-least`: some fee depends on an answer, or cannot be reckoned. */
  kind: 'exact' | 'at-least';
  fen: number;
  fees: { fee: Draft<Fee>; verdict: Chosen<unknown>['verdict']; reckoning: Reckoning }[];
}

/**
 * Reckons all fees of a case. The quantity of a fee is taken from `quantities` by the fee's id, else from the
 * answer to the question that the fee names.
 */
export function totalFees(
  { fees, answers }: Pick<Case, 'fees' | 'answers'>,
  quantities: Readonly<Record<string, number>> = {},
): TotalFees {
  const reckoned = fees.map(({ element: fee, verdict }) => {
    const quantity = numberAt(quantities, fee.id) ?? numberAt(answers, quantityQuestion(fee));
    return { fee, verdict, reckoning: reckonFee(fee, quantity) };
  });
  const sure = reckoned.flatMap(({ verdict, reckoning }) =>
    verdict.kind === 'applies' && reckoning.kind === 'amount' ? [reckoning.fen] : [],
  );
  return {
    kind: sure.length === reckoned.length ? 'exact' : 'at-least',
    fen: sure.reduce((sum, fen) => sum + fen, 0),
    fees: reckoned,
  };
}

/** The number under `key`; an id may be `constructor`, which every object of the language has. */
function numberAt(
  numbers: Readonly<Record<string, string | number>>,
  key: string | undefined,
): number | undefined {
  const value = key !== undefined && Object.hasOwn(numbers, key) ? numbers[key] : undefined;
  return typeof value === 'number' ? value : undefined;
}

function reckonTiers(standard: Draft<FeeStandard & { kind: 'tiers' }>, quantity?: number): Reckoning {
  const unit = textOf(standard.unit);
  const count = readQuantity(quantity);
  if (count === undefined) return unreckoned.quantity(unit);
  const tiers = elementsOf(standard.tiers);
  if (tiers.length === 0) return unreckoned.standard();
  const lines: FeeLine[] = [];
  let from: Decimal = { digits: 0n, scale: 0 };
  for (const { upTo, amount: each } of tiers) {
    if (!isFen(each)) return unreckoned.standard();
    const end = upTo === undefined ? undefined : readQuantity(upTo);
    if (upTo !== undefined && (end === undefined || !isAbove(end, from))) return unreckoned.standard();
    const last = end === undefined || !isAbove(count, end);
    const part = difference(last ? count : end, from);
    lines.push(line(...tierWords(from, end, unit), { count: part, unit, each }));
    if (last) return amount(lines);
    from = end;
  }
  return unreckoned.beyond(decimalText(from), unit);
}

function tierWords(from: Decimal, end: Decimal | undefined, unit = ''): [string, string] {
  const low = decimalText(from);
  const high = end && decimalText(end);
  if (high === undefined) return [`超过 ${low} ${unit}的部分：`, `above ${low} ${unit}: `];
  return from.digits === 0n
    ? [`${high} ${unit}以内：`, `up to ${high} ${unit}: `]
    : [`超过 ${low} 至 ${high} ${unit}的部分：`, `above ${low} up to ${high} ${unit}: `];
}

/** `text` and then `count` units at `each` fen. */
function line(
  text: string,
  textEn: string,
  { count, unit = '', each }: { count: Decimal; unit: string | undefined; each: number },
): FeeLine {
  const quantity = `${decimalText(count)} ${unit}`.trimEnd();
  return {
    text: `${text}${quantity} × ${formatFen(each)}`,
    textEn: `${textEn}${quantity} × ${formatFen(each, 'en')}`,
    fen: Number(amountTimes(each, count)),
  };
}

function amount(lines: FeeLine[]): Reckoning {
  const fen = lines.reduce((sum, line) => sum + line.fen, 0);
  // Beyond this, doubles skip whole numbers: such a sum is a slip in the standard or the quantity.
  return Number.isSafeInteger(fen) ? { kind: 'amount', fen, lines } : unreckoned.standard();
}

function readQuantity(quantity: number | undefined): Decimal | undefined {
  return typeof quantity === 'number' ? decimalOf(quantity) : undefined;
}

function isAbove(a: Decimal, b: Decimal): boolean {
  return difference(a, b).digits > 0n;
}

function isFen(amount: unknown): amount is number {
  return Number.isSafeInteger(amount) && (amount as number) >= 0;
}

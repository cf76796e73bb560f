import { entryOf, isMap, sameValue } from '../../../diff/index.ts';

/** A stretch of the quantity up to `upTo`, and what a unit of it costs in fen, or all of it where it is `flat`. */
interface Tier {
  upTo: number;
  amount: number;
  flat: boolean;
}

/** A standard that charges by a quantity; a price a unit is one tier without end. */
interface Scale {
  tiers: Tier[];
  /** The tier in which the quantity falls decides for all of it. */
  whole: boolean;
  /** So many units are charged as one, */
  per: number;
  /** a part of them as all. */
  roundUp: boolean;
}

/**
 * Whether the fee standard `lower` charges more than `upper` for any quantity (`raises`), or the two cannot be
 * compared because they are of other kinds or units, or only people can read them (`unlike`).
 */
export function compareStandards(upper: unknown, lower: unknown): 'raises' | 'unlike' | undefined {
  const [kind, otherKind] = [entryOf(lower, 'kind'), entryOf(upper, 'kind')];
  if (kind === 'fixed' && otherKind === 'fixed') return isMore(lower, upper, 'amount') ? 'raises' : undefined;
  if (kind === 'formula' && otherKind === 'formula') return compareFormulas(upper, lower);
  const [scale, above] = [scaleOf(lower), scaleOf(upper)];
  if (scale === undefined || above === undefined) return 'unlike';
  if (!sameValue(entryOf(lower, 'unit'), entryOf(upper, 'unit'))) return 'unlike';
  // Steps of two widths cross too often to compare them at some points.
  if (scale.per !== above.per && (scale.roundUp || above.roundUp)) return 'unlike';
  return chargesMore(scale, above) ? 'raises' : undefined;
}

function scaleOf(standard: unknown): Scale | undefined {
  const kind = entryOf(standard, 'kind');
  const amount = entryOf(standard, 'amount');
  const [per, tiers] = [entryOf(standard, 'per') ?? 1, entryOf(standard, 'tiers')];
  if (typeof per !== 'number' || !(per > 0)) return undefined;
  const counting = {
    whole: entryOf(standard, 'mode') === 'whole',
    per,
    roundUp: entryOf(standard, 'roundUp') === true,
  };
  if (kind === 'unit')
    return typeof amount === 'number'
      ? { tiers: [{ upTo: Infinity, amount, flat: false }], ...counting }
      : undefined;
  if (kind !== 'tiers' || !Array.isArray(tiers)) return undefined;
  return {
    tiers: tiers.flatMap((tier: unknown) => {
      const [each, upTo = Infinity] = [entryOf(tier, 'amount'), entryOf(tier, 'upTo')];
      const flat = entryOf(tier, 'flat') === true;
      return typeof each === 'number' && typeof upTo === 'number' ? [{ upTo, amount: each, flat }] : [];
    }),
    ...counting,
  };
}

/**
 * Both go in straight lines or in steps of one width between the ends of their tiers and may jump there, so what
 * they charge at these ends and just above them, and the last slopes, decide.
 */
function chargesMore(lower: Scale, upper: Scale): boolean {
  const ends = [...lower.tiers, ...upper.tiers].map(({ upTo }) => upTo).filter(Number.isFinite);
  const beyond = Math.max(0, ...ends) + 1;
  // Where neither ends, the steeper one is dearer at last.
  if (slope(lower) > slope(upper)) return true;
  const places = [
    ...[...ends, beyond].map((quantity) => ({ quantity, above: false })),
    ...[0, ...ends].map((quantity) => ({ quantity, above: true })),
  ];
  return places.some((place) => {
    const [now, before] = [charged(lower, place), charged(upper, place)];
    // Sums of doubles: a thousandth of a fen is none.
    return now !== undefined && before !== undefined && now > before + 0.001;
  });
}

/** Fen for one more unit of a very great quantity; none where the last tier ends, so that nothing is said of it. */
function slope({ tiers, per }: Scale): number {
  const last = tiers.at(-1);
  if (last?.upTo !== Infinity) return Number.NaN;
  return last.flat ? 0 : last.amount / per;
}

/** Fen for `quantity`, or for ever so little above it; `undefined` beyond the last tier. */
function charged(
  scale: Scale,
  { quantity, above }: { quantity: number; above: boolean },
): number | undefined {
  let sum = 0;
  let from = 0;
  for (const { upTo, amount, flat } of scale.tiers) {
    const last = above ? quantity < upTo : quantity <= upTo;
    if (last || !scale.whole) {
      const part = scale.whole ? quantity : (last ? quantity : upTo) - from;
      sum += flat ? amount : amount * counted(part, scale, above && last);
    }
    if (last) return sum;
    from = upTo;
  }
  return undefined;
}

function counted(part: number, { per, roundUp }: Scale, above: boolean): number {
  const times = part / per;
  if (!roundUp) return times;
  // The quotient of two doubles may miss the whole number that it is.
  const near = Math.round(times);
  const whole = Math.abs(times - near) < 1e-9 ? near : undefined;
  return above ? (whole ?? Math.floor(times)) + 1 : (whole ?? Math.ceil(times));
}

/** Formulas that differ only in the numbers of their terms: none of them may be greater. */
function compareFormulas(upper: unknown, lower: unknown): 'raises' | 'unlike' | undefined {
  const [terms, above] = [entryOf(lower, 'terms'), entryOf(upper, 'terms')];
  if (!Array.isArray(terms) || !Array.isArray(above)) return 'unlike';
  const alike =
    sameValue(entryOf(lower, 'combine') ?? 'sum', entryOf(upper, 'combine') ?? 'sum') &&
    sameValue(terms.map(withoutNumbers), above.map(withoutNumbers));
  if (!alike) return 'unlike';
  const raises = terms.some((term: unknown, at) =>
    termNumbers.some((number) => isMore(term, above[at], number)),
  );
  return raises ? 'raises' : undefined;
}

/** The numbers of a term that a fee rises with. */
const termNumbers = ['amount', 'percent', 'min', 'max'] as const;

/** What saying nothing means. */
const unsaid: Partial<Record<string, number>> = { percent: 100, min: 0, max: Infinity };

function withoutNumbers(term: unknown): unknown {
  if (!isMap(term)) return term;
  return Object.fromEntries(
    Object.entries(term).filter(([key]) => key !== 'name' && !termNumbers.some((number) => number === key)),
  );
}

function isMore(lower: unknown, upper: unknown, number: string): boolean {
  const [now, before] = [entryOf(lower, number) ?? unsaid[number], entryOf(upper, number) ?? unsaid[number]];
  return typeof now === 'number' && typeof before === 'number' && now > before;
}

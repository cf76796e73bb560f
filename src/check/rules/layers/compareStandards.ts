import { entryOf, sameValue } from '../../../diff/index.ts';

/** A stretch of the quantity up to `upTo` and what a unit of it costs in fen. */
interface Tier {
  upTo: number;
  amount: number;
}

/**
 * Whether the fee standard `lower` charges more than `upper` for any quantity (`raises`), or the two cannot be
 * compared because they are of other kinds or units, or only people can read them (`unlike`).
 */
export function compareStandards(upper: unknown, lower: unknown): 'raises' | 'unlike' | undefined {
  const [kind, otherKind] = [entryOf(lower, 'kind'), entryOf(upper, 'kind')];
  if (kind === 'fixed' && otherKind === 'fixed') {
    const [now, before] = [entryOf(lower, 'amount'), entryOf(upper, 'amount')];
    return typeof now === 'number' && typeof before === 'number' && now > before ? 'raises' : undefined;
  }
  const [tiers, above] = [tiersOf(lower), tiersOf(upper)];
  if (tiers === undefined || above === undefined) return 'unlike';
  if (!sameValue(entryOf(lower, 'unit'), entryOf(upper, 'unit'))) return 'unlike';
  return chargesMore(tiers, above) ? 'raises' : undefined;
}

/** A price a unit is one tier without end. */
function tiersOf(standard: unknown): Tier[] | undefined {
  const kind = entryOf(standard, 'kind');
  // What counts otherwise than so much a unit of each part is not compared.
  if (entryOf(standard, 'mode') === 'whole' || entryOf(standard, 'per') !== undefined) return undefined;
  const amount = entryOf(standard, 'amount');
  if (kind === 'unit') return typeof amount === 'number' ? [{ upTo: Infinity, amount }] : undefined;
  const tiers = entryOf(standard, 'tiers');
  if (kind !== 'tiers' || !Array.isArray(tiers)) return undefined;
  return tiers.flatMap((tier: unknown) => {
    const [each, upTo = Infinity] = [entryOf(tier, 'amount'), entryOf(tier, 'upTo')];
    return typeof each === 'number' && typeof upTo === 'number' ? [{ upTo, amount: each }] : [];
  });
}

/** Both rise in straight lines between the ends of their tiers, so these ends and the last slopes decide. */
function chargesMore(lower: readonly Tier[], upper: readonly Tier[]): boolean {
  const ends = [...lower, ...upper].map(({ upTo }) => upTo).filter(Number.isFinite);
  const beyond = Math.max(0, ...ends) + 1;
  const limit = Math.min(lastOf(lower), lastOf(upper));
  // Where neither ends, the steeper one is dearer at last.
  if (limit === Infinity && (lower.at(-1)?.amount ?? 0) > (upper.at(-1)?.amount ?? 0)) return true;
  return [...ends, beyond].some((quantity) => {
    const at = Math.min(quantity, limit);
    // Sums of doubles: a thousandth of a fen is none.
    return charged(lower, at) > charged(upper, at) + 0.001;
  });
}

function lastOf(tiers: readonly Tier[]): number {
  return tiers.at(-1)?.upTo ?? 0;
}

function charged(tiers: readonly Tier[], quantity: number): number {
  let sum = 0;
  let from = 0;
  for (const { upTo, amount } of tiers) {
    const part = Math.min(quantity, upTo) - from;
    if (part <= 0) break;
    sum += part * amount;
    from = upTo;
  }
  return sum;
}

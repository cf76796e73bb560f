import { decimalOf, type Decimal } from './decimal.ts';

/** An exact number not below 0: `over` / `under`. Money is reckoned in these and rounded once, where a line ends. */
export interface Ratio {
  over: bigint;
  under: bigint;
}

export type Rounding = 'half-up' | 'down' | 'up';

export const one: Ratio = { over: 1n, under: 1n };

export function ratioOf({ digits, scale }: Decimal): Ratio {
  return { over: digits, under: 10n ** BigInt(scale) };
}

/** The ratio of a number as it is written; `undefined` for what is negative, endless or beyond 10^15. */
export function ratioOfNumber(number: unknown): Ratio | undefined {
  const decimal = typeof number === 'number' ? decimalOf(number) : undefined;
  return decimal && ratioOf(decimal);
}

export function times(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.over, under: a.under * b.under };
}

/** `a` divided by `b`, which is not 0. */
export function dividedBy(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.under, under: a.under * b.over };
}

/** The whole number that `ratio` is rounded to. */
export function rounded({ over, under }: Ratio, by: Rounding): bigint {
  switch (by) {
    case 'half-up':
      return (over * 2n + under) / (under * 2n);
    case 'down':
      return over / under;
    case 'up':
      return (over + under - 1n) / under;
  }
}

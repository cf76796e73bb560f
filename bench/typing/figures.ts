import { quantile } from '../../tests/faults/quantile.ts';

/** Milliseconds at the median and at p95. */
export interface Spread {
  p50: number;
  p95: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const at = (part: number) => Math.round((quantile(times, part) ?? Number.NaN) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

/** `a` over `b`, to the hundredth. */
export function ratio(a: number, b: number): number {
  return Math.round((a / b) * 100) / 100;
}

export function row(what: string, times: readonly number[]): Record<string, string | number> {
  const { p50, p95 } = spreadOf(times);
  return { case: what, keys: times.length, 'p50 ms': p50, 'p95 ms': p95 };
}

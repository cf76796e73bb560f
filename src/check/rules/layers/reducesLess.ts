import { entryOf } from '../../../diff/index.ts';

/**
 * Whether the reduction effect `lower` takes less off than `upper`, or may: a percentage and an amount are each
 * the smaller one of some fee. Nothing takes more off than an exemption.
 */
export function reducesLess(upper: unknown, lower: unknown): boolean {
  const [before, now] = [entryOf(upper, 'kind'), entryOf(lower, 'kind')];
  if (now === 'exempt') return false;
  if (before !== now) return true;
  const size = now === 'percent' ? 'percent' : 'amount';
  const [most, least] = [entryOf(upper, size), entryOf(lower, size)];
  return typeof most === 'number' && typeof least === 'number' && least < most;
}

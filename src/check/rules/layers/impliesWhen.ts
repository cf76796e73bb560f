import { isMap } from '../../../diff/index.ts';
import { rangeOf } from '../../../procedure/index.ts';

/** Whether every case of the `when` `lower` is one of `upper`; no `when` is every case. */
export function impliesWhen(lower: unknown, upper: unknown): boolean {
  if (!isMap(upper)) return upper === undefined;
  if (!isMap(lower)) return false;
  return Object.entries(upper).every(
    ([question, wanted]) => Object.hasOwn(lower, question) && within(lower[question], wanted),
  );
}

function within(lower: unknown, upper: unknown): boolean {
  if (Array.isArray(upper))
    return Array.isArray(lower) && lower.every((option: unknown) => upper.includes(option));
  const [inner, outer] = [rangeOf(lower), rangeOf(upper)];
  if (inner === undefined || outer === undefined) return false;
  // Of equal bounds, one that counts itself reaches further than one that does not.
  const low = inner.min > outer.min || (inner.min === outer.min && (inner.above || !outer.above));
  const high = inner.max < outer.max || (inner.max === outer.max && (inner.below || !outer.below));
  return low && high;
}

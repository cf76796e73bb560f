import type { Random } from '../random.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An operation id that is the same for the same seed. */
export function seededUlid(random: Random): string {
  // The first digit of a ULID is at most 7.
  return digits[random.below(8)]! + Array.from({ length: 25 }, () => digits[random.below(32)]).join('');
}

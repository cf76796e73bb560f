import { expect, it } from 'vitest';
import { localMinute } from './localMinute.ts';

it('writes every part with two digits, and comes back to the same minute', () => {
  expect(localMinute(new Date(2026, 0, 5, 9, 7, 59))).toBe('2026-01-05T09:07');
  const any = new Date(2026, 10, 25, 23, 59);
  expect(new Date(localMinute(any)).getTime()).toBe(any.getTime());
});

import { expect, it } from 'vitest';
import { opinionNumber } from './opinionNumber.ts';

it.each([
  ['2026-11-25T08:00:00Z', 1, '审〔2026〕3F7K2Q-1'],
  ['2026-12-31T15:59:59Z', 2, '审〔2026〕3F7K2Q-2'],
  ['2026-12-31T16:00:00Z', 3, '审〔2027〕3F7K2Q-3'],
])('a signature of %s is filed by the year in Beijing', (at, nth, number) => {
  expect(opinionNumber({ draft: '01KB00000000000000003F7K2Q', at, nth })).toBe(number);
});

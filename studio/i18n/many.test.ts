import { expect, test } from 'vitest';
import { many } from './many.ts';

test.each([
  [0, '0 files'],
  [1, '1 file'],
  [2, '2 files'],
])('%d is said as %s', (count, words) => {
  expect(many(count, 'file')).toBe(words);
});

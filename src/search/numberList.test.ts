import { assert, nat, property, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import { readDigit, readNumbers, writeDigit, writeNumbers } from './numberList.ts';

it('reads what it wrote, for any ascending numbers', () => {
  assert(
    property(uniqueArray(nat({ max: 2 ** 31 })), (list) => {
      const numbers = list.toSorted((a, b) => a - b);
      const text = writeNumbers(numbers);
      expect(text).toMatch(/^[\w-]*$/);
      expect(readNumbers(text)).toEqual(numbers);
    }),
  );
});

it('writes a digit up to 63', () => {
  const numbers = [0, 1, 31, 32, 63];
  const text = [...numbers, 1000].map(writeDigit).join('');
  expect(numbers.map((_, i) => readDigit(text, i))).toEqual(numbers);
  expect(readDigit(text, numbers.length)).toBe(63);
});

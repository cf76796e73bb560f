import { expect, test } from 'vitest';
import { heldWhole } from './heldWhole.ts';

test.each([
  ['', true],
  ['a', true],
  ['a\nb\n', true],
  ['a\r\nb\r\n', true],
  ['a\r\nb\n', false],
  ['a\rb', false],
  ['a\r\r\n', false],
  ['\ufeffa\n', false],
])('%j is held whole: %s', (text, held) => {
  expect(heldWhole(text)).toBe(held);
});

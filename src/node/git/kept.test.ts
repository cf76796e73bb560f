import { expect, it } from 'vitest';
import { Kept } from './kept.ts';

it('keeps what was put in last, up to the weight, and one that is heavier by itself', () => {
  const kept = new Kept<string>(6, ({ length }) => length);
  const known = () => ['a', 'b', 'c', 'd'].filter((key) => kept.get(key) !== undefined).join('');
  kept.set('a', '11');
  kept.set('b', '22');
  kept.set('c', '33');
  expect(known()).toBe('abc');
  kept.set('d', '4');
  expect(known()).toBe('bcd');
  // Put in again it is the newest, and what it was weighs no more.
  kept.set('b', '2');
  kept.set('a', '11');
  expect(known()).toBe('abcd');
  kept.set('d', '4444444');
  expect(known()).toBe('d');
  kept.set('d', '');
  kept.set('c', '333333');
  expect(kept.get('c')).toBe('333333');
  expect(kept.get('d')).toBe('');
});

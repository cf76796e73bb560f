import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plain } from '../../src/model/edit.ts';
import { keepIdentity } from './keepIdentity.ts';

const plain = fc.jsonValue() as fc.Arbitrary<Plain>;

test('what did not change stays the same object, beside what did', () => {
  const basics = { name: '甲' };
  const [one, two] = [{ id: 'one' }, { id: 'two', days: 3 }];
  const next = { basics: { name: '甲' }, list: [{ id: 'one' }, { id: 'two', days: 4 }] as Plain[] };
  const kept = keepIdentity({ basics, list: [one, two] }, next) as typeof next;
  expect(kept).toEqual(next);
  expect(kept.basics).toBe(basics);
  expect(kept.list[0]).toBe(one);
  expect(kept.list[1]).not.toBe(two);
});

test('an equal value is the one before, whatever it is', () => {
  fc.assert(
    fc.property(plain, (value) => {
      expect(keepIdentity(value, structuredClone(value))).toBe(value);
    }),
  );
});

test('the answer always equals the new value', () => {
  fc.assert(
    fc.property(plain, plain, (before, next) => {
      expect(keepIdentity(before, next)).toEqual(next);
    }),
  );
});

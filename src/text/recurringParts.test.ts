import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyShape, readFast, RecurringParts } from './index.ts';

/** Texts of a few parts that recur, whole or damaged, each behind a key of the root. */
const signs = ['\n', '\n', '\n ', '\n  ', ' ', '- ', ': ', ':', '#', ' #', '"', "'", '[', ']', '{', '}', ',', ' |\n', ' >-\n', '---\n', '\r\n', 'a', 'a: ', '\na: ', '1', '行', '\t']; // prettier-ignore
const part = fc.oneof(
  fc.constantFrom(' 1\n', ' a\n', '\n  - a\n  - b: c\n', '\n- a\n', ' |\n  a\n\n  b\n', ' [a,\n  b]\n', '\n', '\n  c: d\n\n', ' a # b\n', ' a\n  b\n'), // prettier-ignore
  fc.array(fc.constantFrom(...signs), { maxLength: 6 }).map((list) => `${list.join('')}\n`),
);
const text = fc
  .array(fc.tuple(fc.constantFrom('id', 'name', '"q"', '行', '#x'), part), { minLength: 1, maxLength: 4 })
  .map((entries) => entries.map(([key, value]) => `${key}:${value}`).join(''));

test('texts are read as if none had been read before them', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
      const recurring = new RecurringParts();
      for (const one of [...texts, ...texts])
        expect(readFast(one, anyShape, recurring)).toEqual(readFast(one, anyShape));
    }),
    { numRuns: 3000 },
  );
});

test('what stands under a key of the root in the same words is one value', () => {
  const recurring = new RecurringParts();
  const read = (source: string) =>
    readFast(source, anyShape, recurring)!.value as Record<string, Record<string, unknown>>;
  const first = read('id: a\nrights:\n  list: [x]\nend: 1\n');
  expect(read('id: b\nrights:\n  list: [x]\nend: 1\n')['rights']).toBe(first['rights']);
  expect(read('rights:\n  list: [x]\n  more: y\nend: 1\n')['rights']).toEqual({ list: ['x'], more: 'y' });
  // What the last key holds may go on.
  expect(read('rights:\n  list: [x]\n')['rights']).not.toBe(first['rights']);
});

test('where little recurs nothing is kept any more', () => {
  const recurring = new RecurringParts();
  const read = (value: string) =>
    readFast(`a: {b: ${value}}\nz: 1\n`, anyShape, recurring)!.value as Record<string, unknown>;
  for (let i = 0; i < 3000; i++) read(`x${i}`);
  expect(read('x2999')['a']).not.toBe(read('x2999')['a']);
});

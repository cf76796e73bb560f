import { expect, test } from 'vitest';
import { onceOfRecurring, recurs, willRecur } from './recurringValues.ts';
import { soundForGood, soundValue } from './soundValue.ts';

test('what is reckoned of a value is kept where it recurs, and only there', () => {
  let asked = 0;
  const size = onceOfRecurring((list: readonly number[]) => {
    asked++;
    return list.length;
  });
  const [often, once] = [[1, 2], [1]];
  willRecur(often);
  willRecur('a text');
  expect([recurs(often), recurs(once), recurs('a text')]).toEqual([true, false, false]);
  expect([size(often), size(often), size(once), size(once)]).toEqual([2, 2, 1, 1]);
  expect(asked).toBe(3);
});

test('an entry that recurs is sound by the schema of its place, whatever it was by another', () => {
  const texts = { type: 'object', properties: { list: { type: 'array', items: { type: 'string' } } } };
  const numbers = { type: 'object', properties: { list: { type: 'array', items: { type: 'number' } } } };
  for (const list of [['a', 'b'], [1, 2], ['a', 1], []]) {
    willRecur(list);
    for (const schema of [texts, numbers, texts, numbers])
      expect(soundForGood(schema, { list })).toEqual(soundValue(schema, { list }));
  }
});

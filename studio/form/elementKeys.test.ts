import { expect, test } from 'vitest';
import { elementKeys } from './elementKeys.ts';

type Ids = (string | undefined)[];

test.each<[string, Ids, Ids, number[]]>([
  ['an id that is being typed keeps its element', ['a', 'b'], ['a', 'bc'], [0, 1]],
  ['a moved element takes its key along', ['a', 'b', 'c'], ['c', 'a', 'b'], [2, 0, 1]],
  ['a new one gets a new key', ['a', 'b'], ['a', 'x', 'b'], [0, 2, 1]],
  ['one taken out leaves the others theirs', ['a', 'b', 'c'], ['a', 'c'], [0, 2]],
  [
    'elements without an id go by their order',
    [undefined, undefined],
    [undefined, undefined, undefined],
    [0, 1, 2],
  ],
  ['two of one id are still two', ['a', 'a'], ['a', 'a', 'b'], [0, 1, 2]],
])('%s', (_, before, after, keys) => {
  expect(elementKeys(elementKeys(undefined, before), after).keys).toEqual(keys);
});

test('a key is not given twice', () => {
  const two = elementKeys(undefined, ['a', 'b']);
  const one = elementKeys(two, ['a']);
  expect(elementKeys(one, ['a', 'c']).keys).toEqual([0, 2]);
});

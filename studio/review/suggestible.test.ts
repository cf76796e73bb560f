import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/diff/types.ts';
import { suggestible, typedAs } from './suggestible.ts';

const words = { zh: '', en: '' };
const change = (after: unknown, kind: Change['kind'] = 'changed'): Change => ({
  kind,
  path: ['limits', 'promised'],
  after,
  risk: 'legal',
  effect: 'neutral',
  field: words,
  words,
});

describe('what another value can be proposed for', () => {
  it.each([
    ['a text', change('甲'), ['limits', 'promised'], '甲'],
    ['a number', change(8), ['limits', 'promised'], 8],
    [
      'a number with its unit',
      change({ value: 8, unit: 'working-days' }),
      ['limits', 'promised', 'value'],
      8,
    ],
  ])('%s', (_, one, path, value) => expect(suggestible(one)).toEqual({ path, value }));

  it.each([
    ['what is gone', change('甲', 'removed')],
    ['what was moved', change(1, 'moved')],
    ['an element', change({ id: 'a', value: 1 })],
    ['a number that is text', change({ value: '1', unit: 'working-days' })],
    ['a list', change([1])],
    ['a yes or no', change(true)],
  ])('not %s', (_, one) => expect(suggestible(one)).toBeUndefined());
});

it.each([
  ['8', 1, 8],
  [' 8 ', 1, 8],
  ['08', 1, undefined],
  ['八', 1, undefined],
  ['', 1, undefined],
  ['08', 'x', '08'],
  [' ', 'x', undefined],
])('%j typed where %j stands', (typed, like, value) => expect(typedAs(typed, like)).toBe(value));

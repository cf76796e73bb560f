import { expect, test } from 'vitest';
import { anyShape, serialize, shapeOf } from './index.ts';

const shape = shapeOf({ properties: { code: { type: 'string' }, note: { type: 'string' } } }, () => ({}));

test('a new file is block style, plain where it can be', () => {
  const value = {
    id: 'food-business',
    code: '007',
    name: '食品经营许可',
    other: '7',
    note: null,
    summary: '一行\n　　两行\n',
    quoted: 'a: b',
    empty: '',
    limits: { statutory: { days: 20 }, none: {} },
    steps: [
      { id: 'a', after: [] },
      { id: 'b', after: ['a'] },
    ],
    grid: [[1, 2], []],
    'a: key': true,
  };
  expect(serialize(value, { shape })).toBe(`id: food-business
code: 007
name: 食品经营许可
other: '7'
note:
summary: |
  一行
  　　两行
quoted: 'a: b'
empty: ''
limits:
  statutory:
    days: 20
  none: {}
steps:
  - id: a
    after: []
  - id: b
    after:
      - a
grid:
  - - 1
    - 2
  - []
'a: key': true
`);
});

test('indentation is the caller’s', () => {
  expect(serialize({ a: { b: [1] } }, { shape: anyShape, indent: 4 })).toBe('a:\n    b:\n        - 1\n');
});

test.each([
  ['null', null, 'null\n'],
  ['text', 'a', 'a\n'],
  ['a list', [1, { a: 2 }], '- 1\n- a: 2\n'],
  ['an empty map', {}, '{}\n'],
])('%s alone', (_, value, expected) => expect(serialize(value, { shape: anyShape })).toBe(expected));

test('what has no text is an error of the caller', () => {
  expect(() => serialize({ code: 7 }, { shape })).toThrow('text only');
});

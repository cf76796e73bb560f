import { describe, expect, it, test } from 'vitest';
import { columnsOf, nextSorting, sortingOf, sortingText, sortRows, type Sorting } from './columns.ts';
import { testRow } from './testRow.ts';

const [road, food, boat] = [
  testRow('road', { pinyin: 'WaJue', days: 14, findings: { error: 0, warning: 9, info: 0 } }),
  testRow('food', { pinyin: 'ShiPin', days: 20, findings: { error: 1, warning: 0, info: 0 }, charged: true }),
  testRow('boat', { pinyin: 'ChuanBo', authority: '海事局', basicCode: '000117001000' }),
] as const;

describe('sortRows', () => {
  const cases: [string, (typeof boat)[]][] = [
    ['name', [boat, food, road]],
    ['-name', [road, food, boat]],
    ['limits', [road, food, boat]],
    ['-limits', [food, road, boat]],
    ['-findings', [food, road, boat]],
    ['-charged', [food, road, boat]],
    ['authority', [boat, road, food]],
    ['division', [road, food, boat]],
  ];
  it.each(cases)('by %s', (by, expected) =>
    expect(sortRows([road, food, boat], sortingOf(by)).map(({ id }) => id)).toEqual(
      expected.map(({ id }) => id),
    ),
  );

  it('leaves the order of the catalogue where nothing is said', () =>
    expect(sortRows([road, food], undefined)).toEqual([road, food]));
});

test('the head of a column sorts up, down and not at all', () => {
  const first = nextSorting(undefined, 'limits');
  const second = nextSorting(first, 'limits');
  expect([first, second].map((one) => sortingText(one as Sorting))).toEqual(['limits', '-limits']);
  expect(nextSorting(second, 'limits')).toBeUndefined();
  expect(nextSorting(second, 'name')).toEqual({ by: 'name', descending: false });
});

test('columns of an address stand in their order, and unknown ones are left out', () => {
  expect(columnsOf('findings,nonsense,code')).toEqual(['code', 'findings']);
  expect(columnsOf('nonsense')).toBeUndefined();
  expect(columnsOf(null)).toBeUndefined();
  expect(sortingOf('-nonsense')).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { EffectiveItem } from '../../src/catalogue/index.ts';
import { builtInShape } from '../../src/model/catalogueShape.ts';
import { textGroups } from './textRows.ts';

const item = {
  basics: { name: '甲许可', everydayName: '办甲证' },
  materials: { list: [{ id: 'form', name: '申请表', notes: '填两份。' }] },
};
const level: EffectiveItem = {
  id: 'a',
  division: '000000',
  item,
  files: [],
  originOf: (path) => ({ division: '000000', file: '000000/a.yaml', path }),
};
const texts = [
  { path: '/basics/name', said: ['甲许可', '甲许可（本市）'] as const },
  { path: '/materials/list/form/name', said: ['申请表'] as const },
  { path: '/materials/list/form/notes', said: ['填两份。'] as const },
];
const groups = (entries: object[]) =>
  textGroups({ id: 'a', item: 'a', texts: entries }, { texts, levels: [level], shape: builtInShape });

test('entries stand with their part of the item, each by its field and the element that it is of', () => {
  const found = groups([
    { path: '/materials/list/form/notes', zh: '填两份。', en: 'Two copies.' },
    { path: '/basics/name', zh: '甲许可' },
    { path: '/materials/list/form/name', zh: '申请表' },
  ]);
  expect(
    found.map(({ title, rows }) => [title.zh, rows.map((row) => [row.at, row.title.zh, row.en])]),
  ).toEqual([
    [
      '申请材料',
      [
        [0, '申请表 · 填报须知', 'Two copies.'],
        [2, '材料名称', ''],
      ],
    ],
    ['基本信息', [[1, '事项名称', '']]],
  ]);
});

test.each([
  ['甲许可', { kind: 'current' }],
  ['甲许可（本市）', { kind: 'current' }],
  ['乙许可', { kind: 'changed', now: '甲许可' }],
])('%s is %j', (zh, state) => {
  expect(groups([{ path: '/basics/name', zh }])[0]?.rows[0]?.state).toEqual(state);
});

test.each([
  ['办甲证', { kind: 'current' }],
  ['办乙证', { kind: 'changed', now: '办甲证' }],
])('%s, which the English page does not show, is %j', (zh, state) => {
  expect(groups([{ path: '/basics/everydayName', zh }])[0]?.rows[0]?.state).toEqual(state);
});

test.each([['/materials/list/other/name'], ['/nowhere'], ['']])('of %j nothing is said any more', (path) => {
  expect(groups([{ path, zh: '别的' }])[0]?.rows[0]?.state).toEqual({ kind: 'gone' });
});

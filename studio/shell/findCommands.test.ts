import { expect, it } from 'vitest';
import type { DraftRow } from '../../src/api/index.ts';
import { indexRows } from '../catalogue/filterRows.ts';
import { testRow } from '../catalogue/testRow.ts';
import type { Command } from './commands.ts';
import { findCommands, type Found } from './findCommands.ts';

const command = (id: string, zh: string, en: string, also?: string): Command => ({
  id,
  words: { zh, en },
  ...(also !== undefined && { also }),
  run: () => undefined,
});
const commands = [
  command('import', '导入表格', 'Import tables', 'excel'),
  command('publish', '去发布', 'Go to publishing'),
  command('item', '发布新事项', 'Publish an item'),
];
const row = (id: string, name: string) => testRow(id, { name, division: '511500' });
const rows = indexRows([
  ...Array.from({ length: 12 }, (_, i) => row(`food-${i}`, `食品经营许可 ${i}`)),
  row('gas', '燃气经营许可'),
]);
const drafts = [
  { id: 'd1', title: '食品经营许可：缩短时限', author: { name: '李四' } },
  { id: 'd2', title: '燃气', author: { name: '王五' } },
] as unknown as DraftRow[];
const find = (typed: string) => findCommands(typed, { commands, rows, drafts });
const names = (found: Found[]) =>
  found.map((one) =>
    one.kind === 'command' ? one.command.id : one.kind === 'item' ? one.row.id : one.draft.id,
  );

it('offers every command, and nothing else, before anything is typed', () => {
  expect(names(find('  '))).toEqual(['import', 'publish', 'item']);
});

it('finds by words of either language and by other words, what begins with them first', () => {
  expect(names(find('EXCEL'))).toEqual(['import']);
  expect(names(find('发布'))).toEqual(['item', 'publish']);
  expect(names(find('ｉｍｐｏｒｔ 表格'))).toEqual(['import']);
});

it('finds items and drafts by all words, no more than fit', () => {
  expect(names(find('燃气'))).toEqual(['gas', 'd2']);
  expect(names(find('食品 李四'))).toEqual(['d1']);
  expect(find('食品').filter(({ kind }) => kind === 'item')).toHaveLength(8);
  expect(find('没有这个')).toEqual([]);
});

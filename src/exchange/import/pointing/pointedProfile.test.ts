import { describe, expect, test } from 'vitest';
import { checkSchema } from '../../../check/index.ts';
import { readSource } from '../../../catalogue/index.ts';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import { importFiles } from '../importFiles.ts';
import type { SourceFile } from '../source.ts';
import {
  notChosen,
  pointedProfile,
  pointingProblems,
  profileText,
  type PointedTable,
  type Pointing,
} from './pointedProfile.ts';
import { sourceTables } from './sourceTables.ts';

/** A workbook of two sheets: items, and the materials of each. */
const source: SourceFile = {
  name: 'a.xlsx',
  unread: [],
  parts: [
    sheet('事项', [
      ['编码', '名称', '备注'],
      ['1', '取水', '甲'],
      ['2', '采砂', ''],
    ]),
    sheet('材料', [
      ['编码', '材料'],
      ['1', '申请书'],
      ['1', '证明'],
    ]),
    sheet('说明', [
      ['编码', '页'],
      ['9', '不要'],
    ]),
  ],
};

function sheet(name: string, rows: string[][]): SourceFile['parts'][number] {
  return {
    kind: 'grid',
    sheet: name,
    rows: rows.map((row, r) =>
      row.map((text, c) => (text === '' ? undefined : { text, at: `${r},${c}`, sheet: name })),
    ),
  };
}

const goals: Record<string, string> = { 名称: 'basics.name', 材料: 'materials.list[m*].name' };

function pointing(change: (tables: PointedTable[]) => void = () => undefined): Pointing {
  const tables = sourceTables([source], new Set()).map((table, at): PointedTable => ({
    source: table,
    isUsed: at < 2,
    continues: at === 1,
    identifier: { from: '编码', prefix: 'x-' },
    division: { value: '511502' },
    columns: table.columns.map(({ name }) => ({
      name,
      reason: name === '备注' ? '内部' : '',
      rules: goals[name] === undefined ? [] : [{ to: goals[name] }],
    })),
  }));
  change(tables);
  return { id: 'mine', name: '我的', tables };
}

test('what was pointed at is a sound profile, as its file says it', () => {
  const profile = pointedProfile(pointing());
  const read = readSource('profiles/mine.yaml', profileText(profile));
  if (read.kind !== 'source') throw new Error(JSON.stringify(read));
  expect(read.source.written).toEqual(profile);
  expect(checkSchema('profile', read.source.written, 'profiles/mine.yaml')).toEqual([]);
  expect(profile.tables.map(({ sheet: name, continues }) => [name, continues])).toEqual([
    ['事项', undefined],
    ['材料', true],
  ]);
  expect(profile.tables[0]?.left).toEqual([
    { column: '编码', reason: notChosen },
    { column: '备注', reason: '内部' },
  ]);
});

test('it imports the tables that are used, and reports the others', async () => {
  const { lookups } = await sampleCatalogue();
  const { files, report } = importFiles([source], pointedProfile(pointing()), lookups);
  expect(files.map(({ path }) => path)).toEqual(['511502/x-1.yaml', '511502/x-2.yaml']);
  expect(files[0]?.value).toMatchObject({
    basics: { name: '取水' },
    materials: { list: [{ name: '申请书' }, { name: '证明' }] },
  });
  expect(report.values.filter(({ sheet: name }) => name === '说明').map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 4 }, () => [{ kind: 'outside-table' }]),
  );
});

describe('what has still to be done', () => {
  const said = (change: (tables: PointedTable[]) => void, more: Partial<Pointing> = {}) =>
    pointingProblems({ ...pointing(change), ...more }, new Set(['taken']))
      .map(({ zh }) => zh)
      .join('');

  test('is nothing where all is said', () => expect(said(() => undefined)).toBe(''));

  test.each<[string, (tables: PointedTable[]) => void, Partial<Pointing>, string]>([
    [
      'no table',
      (tables) => {
        for (const table of tables) table.isUsed = false;
      },
      {},
      '没有选用任何表格',
    ],
    [
      'only tables that continue',
      ([items]) => {
        items!.continues = true;
      },
      {},
      '每个表格都是续写',
    ],
    [
      'no division',
      ([items]) => {
        items!.division = {};
      },
      {},
      '表格 1：没有说明属于哪个行政区划',
    ],
    [
      'a prefix that is none',
      ([items]) => {
        items!.identifier.prefix = '县';
      },
      {},
      '“县”不能用',
    ],
    [
      'no column with the names',
      ([items]) => {
        items!.columns[1]!.rules = [];
      },
      {},
      '没有哪一列写到“事项名称”',
    ],
    [
      'two columns onto one field',
      ([items]) => {
        items!.columns[2]!.rules = [{ to: 'basics.name' }];
      },
      {},
      '“名称”和“备注”写到同一个字段',
    ],
    [
      'one column onto one field twice',
      ([items]) => {
        items!.columns[1]!.rules.push({ to: 'basics.name' });
      },
      {},
      '“名称”两次写到同一个字段',
    ],
    [
      'a table that continues by row numbers',
      ([, more]) => {
        more!.identifier.from = '$row';
      },
      {},
      '续写的表格要用一列',
    ],
    ['an id that is none', () => undefined, { id: '方案' }, '方案的标识只能用'],
    ['an id that is taken', () => undefined, { id: 'taken' }, '已有标识为“taken”的方案'],
  ])('with %s', (_, change, more, words) => expect(said(change, more)).toContain(words));

  test('is not that two columns share a field under conditions', () => {
    expect(said(underConditions)).toBe('');
  });
});

function underConditions([items]: PointedTable[]): void {
  items!.columns[2]!.rules = [{ to: 'fees.none', when: { is: ['不收费'] } }];
  items!.columns[0]!.rules = [{ to: 'fees.none', when: { is: ['免费'] } }];
}

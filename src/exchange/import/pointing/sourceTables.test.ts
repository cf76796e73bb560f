import { describe, expect, test } from 'vitest';
import type { Grid, SourceCell, SourceFile } from '../source.ts';
import { drawnTable } from './drawnTable.ts';
import { partKey, sourceTables } from './sourceTables.ts';

/** A grid of texts; `<` goes on with the cell at the left, `^` with the one above. */
function grid(rows: string[][], sheet = 'S'): Grid {
  const cells: (SourceCell | undefined)[][] = [];
  for (const [r, row] of rows.entries()) {
    const drawn: (SourceCell | undefined)[] = [];
    for (const [c, text] of row.entries())
      drawn.push(
        text === '<'
          ? drawn[c - 1]
          : text === '^'
            ? cells[r - 1]?.[c]
            : text === ''
              ? undefined
              : { text, at: `${r},${c}`, sheet },
      );
    cells.push(drawn);
  }
  return { kind: 'grid', sheet, rows: cells };
}

const file = (name: string, ...parts: SourceFile['parts']): SourceFile => ({ name, parts, unread: [] });
const known = new Set(['事项名称', '时限/承诺', '承诺时限', '受理机关']);
const namesOf = (source: SourceFile) =>
  sourceTables([source], known).map(({ columns }) => columns.map(({ name }) => name));

const merged = [
  ['某区事项表', '<', '<', '<'],
  ['填报：某局', '', '', ''],
  ['序号', '事项名称', '时限', '<'],
  ['^', '^', '法定', '承诺'],
  ['1', '取水', '20日', '10日'],
  ['2', '采砂', '', '^'],
];

describe('the heading of a table', () => {
  test.each<[string, string[][], string[]]>([
    [
      'one row',
      [
        ['事项名称', '编码'],
        ['取水', '1'],
      ],
      ['事项名称', '编码'],
    ],
    [
      'merged over two rows, below a title and a line of remarks',
      merged,
      ['序号', '事项名称', '时限/法定', '时限/承诺'],
    ],
    [
      'of names that nobody knows, below a title that is not merged',
      [
        ['一览表', '', ''],
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
      ['甲', '乙', '丙'],
    ],
    ['a single column', [['事项名称'], ['取水']], ['事项名称']],
    [
      'rows of the body that are merged sideways',
      [
        ['事项名称', '编码', '部门'],
        ['取水', '<', '水务局'],
      ],
      ['事项名称', '编码', '部门'],
    ],
  ])('%s', (_, rows, names) => expect(namesOf(file('a.xlsx', grid(rows)))).toEqual([names]));

  test('is where a person says it is', () => {
    const part = grid(merged);
    const source = file('a.xlsx', part);
    const drawn = new Map([[partKey('a.xlsx', part), { heading: { start: 2, depth: 1 } }]]);
    const [table] = sourceTables([source], known, drawn);
    expect(table?.columns.map(({ name }) => name)).toEqual(['序号', '事项名称', '时限']);
  });
});

test('a column says what stands in it and how often', () => {
  const [table] = sourceTables([file('a.xlsx', grid(merged))], known);
  expect(table?.columns.slice(1)).toEqual([
    { name: '事项名称', filled: 2, samples: ['取水', '采砂'] },
    { name: '时限/法定', filled: 1, samples: ['20日'] },
    { name: '时限/承诺', filled: 2, samples: ['10日'] },
  ]);
});

describe('tables', () => {
  test('that have their names at the left are told by the names', () => {
    const part = grid([
      ['事项名称', '取水', '承诺时限', '10日'],
      ['受理机关', '水务局', '<', '<'],
    ]);
    const [table] = sourceTables([file('a.docx', part)], known);
    expect(table).toMatchObject({
      layout: 'pairs',
      columns: [{ name: '事项名称' }, { name: '承诺时限' }, { name: '受理机关' }],
    });
  });

  test('that are drawn alike are one; others are their own', () => {
    const rows = [
      ['事项名称', '编码'],
      ['取水', '1'],
    ];
    const other = [
      ['材料名称', '编码'],
      ['申请书', '1'],
    ];
    const tables = sourceTables(
      [file('a.xlsx', grid(rows, '一'), grid(other, '二')), file('b.xlsx', grid(rows, '三'))],
      known,
    );
    expect(tables.map(({ parts, rows: found }) => [parts.length, found.length])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  test('of records and of prose are there too', () => {
    const cells = new Map([['name', [{ text: '取水', at: '1 name' }]]]);
    const lines = ['【事项名称】取水', '受理机关：水务局'].map((text, at) => ({ text, at: String(at + 1) }));
    const tables = sourceTables(
      [
        file('a.jsonl', { kind: 'records', rows: [{ number: 1, cells }] }),
        file('b.txt', { kind: 'prose', lines }),
      ],
      known,
    );
    expect(tables.map(({ layout, columns }) => [layout, columns.map(({ name }) => name)])).toEqual([
      ['rows', ['name']],
      ['prose', ['事项名称', '受理机关']],
    ]);
  });

  test('of nothing are none', () => {
    expect(sourceTables([file('a.xlsx', grid([]), grid([['', '']]))], known)).toEqual([]);
  });
});

test('a table is drawn with its merged cells', () => {
  expect(drawnTable(grid(merged), { start: 2, depth: 2 }, 1)).toEqual({
    heading: [
      [
        { text: '序号', columns: 1, rows: 2 },
        { text: '事项名称', columns: 1, rows: 2 },
        { text: '时限', columns: 2, rows: 1 },
      ],
      [
        { text: '法定', columns: 1, rows: 1 },
        { text: '承诺', columns: 1, rows: 1 },
      ],
    ],
    names: ['序号', '事项名称', '时限/法定', '时限/承诺'],
    body: [{ number: 5, cells: ['1', '取水', '20日', '10日'] }],
  });
});

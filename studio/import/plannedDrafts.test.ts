import { describe, expect, test } from 'vitest';
import type { CatalogueRow } from '../../src/api/index.ts';
import type { Imported } from '../../src/exchange/import/index.ts';
import { testRow } from '../catalogue/testRow.ts';
import { plannedDrafts } from './plannedDrafts.ts';

const row = (id: string, division: string, drafts: string[] = []): CatalogueRow =>
  testRow(id, { division, drafts });

function imported(drafts: { file: string; name?: string }[]): Imported {
  const value = { file: 'a.csv', at: 'A2', value: 'x', outcome: [] };
  return {
    files: drafts.map(({ file: path }) => ({ path, kind: 'item', value: {}, text: `id: ${path}` })),
    rows: [
      ...drafts.map(({ file }) => ({ source: `row of ${file}`, draft: file, values: [value] })),
      {
        source: 'a lost row',
        values: [
          {
            ...value,
            outcome: [{ kind: 'not-understood' as const, piece: 'x', why: { zh: '不懂', en: 'no' } }],
          },
        ],
      },
    ],
    report: {
      profile: { id: 'p', name: 'p' },
      files: ['a.csv'],
      counts: {},
      drafts: drafts.map((draft) => ({ ...draft, from: ['row'] })),
      values: [value],
    },
  };
}

const held = { files: new Set(['511502/taken.yaml']), rows: [row('taken', '511502'), row('base', '000000')] };

describe('a planned draft', () => {
  test.each([
    ['new', { file: '511502/new.yaml', name: '新' }, undefined],
    ['of a file that is there', { file: '511502/taken.yaml', name: '新' }, '目录里已有 511502/taken.yaml'],
    ['of an id that another item has', { file: '511502/base.yaml', name: '新' }, '标识“base”已是'],
    ['without a name', { file: '511502/nameless.yaml' }, '没有事项名称'],
  ])('%s', (_, draft, words) => {
    const { drafts } = plannedDrafts(imported([draft]), held);
    if (words === undefined) expect(drafts[0]?.obstacle).toBeUndefined();
    else expect(drafts[0]?.obstacle?.zh).toContain(words);
  });

  test('has its text and the values of all its rows, each once', () => {
    const one = imported([{ file: '511502/new.yaml', name: '新' }]);
    one.rows.push(one.rows[0]!);
    expect(plannedDrafts(one, held).drafts[0]).toMatchObject({
      text: 'id: 511502/new.yaml',
      values: [{ at: 'A2' }],
    });
  });
});

test('a row that makes no draft is told with the reason', () => {
  expect(plannedDrafts(imported([]), held).lost).toEqual([
    { source: 'a lost row', why: { zh: '不懂', en: 'no' } },
  ]);
});

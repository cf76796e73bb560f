import { expect, test } from 'vitest';
import { readCatalogue } from '../../../../catalogue/index.ts';
import { adopted } from './adopted.ts';

const files = {
  'catalogue.yaml':
    'divisions:\n  - {code: "511500", name: 宜宾}\n  - {code: "511502", name: 翠屏, parent: "511500"}\n',
  '000000/road.yaml': 'id: road\nbasics: {name: 挖路}\n',
  '511502/local.yaml': 'id: local\nbasics: {name: 本地的}\n',
};
const after = (
  adoption: string | undefined,
  change: { item: string; division: string; line: boolean; text?: string },
) => {
  const all = { ...files, ...(adoption !== undefined && { '511500/adopt.yaml': adoption }) };
  const { entries, steps } = adopted(
    { kind: 'adopt', ...change },
    readCatalogue(new Map(Object.entries(all))),
  );
  const texts = steps.flatMap(({ changes }) =>
    [...changes].map(([path, bytes]) => [path, new TextDecoder().decode(bytes ?? new Uint8Array())]),
  );
  return [entries.map(({ outcome }) => outcome.kind), Object.fromEntries(texts)];
};
const road = { item: 'road', division: '511500', line: true };

test.each([
  ['no file yet', undefined, 'division: 511500\nitems:\n  - id: road\n'],
  [
    'lines, comments kept',
    '# 清单\ndivision: 511500\nitems:\n  - {id: other} # 一\n',
    '# 清单\ndivision: 511500\nitems:\n  - {id: other} # 一\n  - id: road\n',
  ],
  ['no list yet', 'division: 511500\n', 'division: 511500\nitems:\n  - id: road\n'],
  ['an empty list', 'division: 511500\nitems: []\n', 'division: 511500\nitems:\n  - id: road\n'],
])('a line: %s', (_, before, expected) => {
  expect(after(before, road)).toEqual([['adopted'], { '511500/adopt.yaml': expected }]);
});

test.each([
  ['adopted already', 'division: 511500\nitems: [{id: road}]\n', road],
  ['an adoption that cannot be read', 'items: [', road],
  ['an item that nobody has', undefined, { ...road, item: 'nothing' }],
  ['an item of a division below', undefined, { ...road, item: 'local' }],
])('refused: %s', (_, before, change) => {
  expect(after(before, change)).toEqual([['refused'], {}]);
});

test('what the division says itself stands beside its line, which may be there', () => {
  const text = 'id: road\noverlay: {}\n';
  expect(after('division: 511500\nitems: [{id: road}]\n', { ...road, text })).toEqual([
    ['added'],
    { '511500/road.yaml': text },
  ]);
});

test('a level that only writes for those below gets no line', () => {
  const text = 'id: road\noverlay: {}\n';
  expect(after(undefined, { ...road, line: false, text })).toEqual([['added'], { '511500/road.yaml': text }]);
});

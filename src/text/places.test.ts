import { expect, test } from 'vitest';
import type { Path } from '../model/path.ts';
import { anyShape, nearestRange, nodeAt, pathAt, rangeAt, read } from './index.ts';
import type { Which } from './index.ts';

const text = `# 事项
name: 食品经营许可 # 名称
limits: {days: 20, unit: "工作日"}
steps:
  - id: a
    text: |
      一
      二

  -  id: b
? old
: 1
empty:
`;
const document = read(text, anyShape, 'a.yaml');

test.each<[Path, Which, string | undefined]>([
  [['name'], 'key', 'name'],
  [['name'], 'value', '食品经营许可'],
  [['name'], 'entry', 'name: 食品经营许可'],
  [['limits', 'unit'], 'value', '"工作日"'],
  [['limits'], 'value', '{days: 20, unit: "工作日"}'],
  [['steps', 0], 'value', 'id: a\n    text: |\n      一\n      二'],
  [['steps', 0], 'entry', '- id: a\n    text: |\n      一\n      二'],
  [['steps', 0], 'key', 'id: a\n    text: |\n      一\n      二'],
  [['steps', 0, 'text'], 'value', '|\n      一\n      二'],
  [['steps', 1], 'entry', '-  id: b'],
  [['old'], 'entry', '? old\n: 1'],
  [['empty'], 'value', ''],
  [['empty'], 'entry', 'empty:'],
  [['nothing'], 'value', undefined],
  [['steps', 2], 'value', undefined],
  [['steps', 'id'], 'value', undefined],
  [['name', 'x'], 'value', undefined],
])('%j has its %s at %j', (path, which, expected) => {
  const range = rangeAt(document, path, which);
  expect(range && text.slice(range.start.offset, range.end.offset)).toBe(expected);
});

test('places count lines and columns from 1', () => {
  expect(rangeAt(document, ['limits', 'days'], 'value')).toEqual({
    start: { offset: 38, line: 3, column: 16 },
    end: { offset: 40, line: 3, column: 18 },
  });
});

test.each<[Path, string]>([
  [['steps', 1, 'name'], 'id: b'],
  [['steps', 7, 'name'], 'steps'],
  [['nothing', 'at', 'all'], '# 事项'],
  [[], '# 事项'],
  [['name'], 'name'],
])('nearest to %j is the key %j', (path, expected) => {
  const range = nearestRange(document, path, 'key');
  expect(text.slice(range.start.offset, range.end.offset)).toBe(expected);
});

test.each<[string, Path]>([
  ['# 事项', []],
  ['name', ['name']],
  ['许可', ['name']],
  ['days', ['limits', 'days']],
  ['工作', ['limits', 'unit']],
  ['- id: a', ['steps', 0]],
  ['id: a', ['steps', 0, 'id']],
  ['二', ['steps', 0, 'text']],
  ['? old', ['old']],
  ['empty', ['empty']],
])('at %j is %j', (mark, path) => expect(pathAt(document, text.indexOf(mark))).toEqual(path));

test('every node knows the text of its value', () => {
  expect(nodeAt(document.root, ['limits', 'days'])).toMatchObject({
    kind: 'scalar',
    style: 'plain',
    value: 20,
  });
  expect(nodeAt(document.root, ['steps'])).toMatchObject({ kind: 'list', flow: false });
  expect(nodeAt(document.root, ['limits'])).toMatchObject({ kind: 'map', flow: true });
  expect(nodeAt(document.root, ['x'])).toBeUndefined();
});

test('a text with errors keeps the places it has', () => {
  const broken = read('a: 1\nb: [2\nc: 3\n', anyShape, 'a.yaml');
  expect(broken.value).toBeUndefined();
  expect(rangeAt(broken, ['a'], 'value')?.start).toEqual({ offset: 3, line: 1, column: 4 });
});

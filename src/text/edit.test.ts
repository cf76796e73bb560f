import { describe, expect, test } from 'vitest';
import type { Edit } from '../model/edit.ts';
import { anyShape, applyChanges, changes, edit, inverse, invertChanges, shapeOf } from './index.ts';

const shape = shapeOf(
  {
    properties: {
      code: { type: 'string' },
      name: { type: 'string' },
      days: { type: 'integer' },
      note: { type: ['string', 'null'] },
      names: { items: { type: 'string' } },
    },
  },
  () => {
    throw new Error('no references');
  },
);

function edited(text: string, ...edits: Edit[]): string {
  const result = edit(text, edits, { shape });
  if (result.kind === 'impossible') return result.reasonEn;
  expect(applyChanges(text, result.changes)).toBe(result.text);
  expect(applyChanges(result.text, invertChanges(text, result.changes))).toBe(text);
  return result.text;
}

const set = (path: Edit['path'], value: (Edit & { kind: 'set' })['value']): Edit => ({
  kind: 'set',
  path,
  value,
});
const insert = (path: Edit['path'], value: (Edit & { kind: 'set' })['value']): Edit => ({
  kind: 'insert',
  path,
  value,
});
const remove = (...path: (string | number)[]): Edit => ({ kind: 'remove', path });
const move = (path: Edit['path'], to: number): Edit => ({ kind: 'move', path, to });

type Row = [name: string, text: string, edit: Edit, expected: string];

describe('set a scalar', () => {
  test.each<Row>([
    ['plain stays plain, its comment stays', 'days: 20 # 法定\n', set(['days'], 10), 'days: 10 # 法定\n'],
    [
      'what reads as a number is text where the schema says so',
      'code: 008\n',
      set(['code'], '007'),
      'code: 007\n',
    ],
    ['elsewhere it needs quotes', 'x: a\n', set(['x'], '007'), 'x: 007\n'],
    ['and a real number does', 'x: a\n', set(['x'], '7'), "x: '7'\n"],
    ['single quotes stay', "x: 'a' # c\n", set(['x'], "b's"), "x: 'b''s' # c\n"],
    ['double quotes stay', 'x: "a"\n', set(['x'], 'b "c"'), 'x: "b \\"c\\""\n'],
    ['quotes as elsewhere in the file', 'y: "1"\nx: a\n', set(['x'], ': b'), 'y: "1"\nx: ": b"\n'],
    ['signs of YAML in text', 'x: a\n', set(['x'], 'a: b # c'), "x: 'a: b # c'\n"],
    ['Chinese and its colon stay plain', 'x: a\n', set(['x'], '许可：一、二'), 'x: 许可：一、二\n'],
    ['null', 'x: a # c\n', set(['x'], null), 'x: null # c\n'],
    ['null where the schema takes text only', 'name: a # c\n', set(['name'], null), 'name: # c\n'],
    ['an empty place', 'note: # c\nx: 1\n', set(['note'], 'a'), 'note: a # c\nx: 1\n'],
    ['empty text', 'name: a\n', set(['name'], ''), "name: ''\n"],
    [
      'text over several lines, folded before',
      'x: a\n  b\n  c # d\ny: 1\n',
      set(['x'], 'z'),
      'x: z # d\ny: 1\n',
    ],
    ['several lines become a block', 'x: a # c\ny: 1\n', set(['x'], 'b\nc\n'), 'x: | # c\n  b\n  c\ny: 1\n'],
    [
      'one line in a block changes alone, its indentation stays',
      'x: |\n   a\n   b\n   c\ny: 1\n',
      set(['x'], 'a\nB\nc\n'),
      'x: |\n   a\n   B\n   c\ny: 1\n',
    ],
    ['a block loses its last line break', 'x: |\n  a\n  b\n', set(['x'], 'a\nb'), 'x: |-\n  a\n  b\n'],
    [
      'a folded block stays folded',
      'x: >-\n  a\n  b\ny: 1\n',
      set(['x'], 'c\nd'),
      'x: >-\n  c\n\n  d\ny: 1\n',
    ],
    ['text that no block holds', 'x: |\n  a\ny: 1\n', set(['x'], ' a\n'), 'x: " a\\n"\ny: 1\n'],
    ['in a flow map', '{x: a, y: 1} # c\n', set(['x'], 'b, c'), "{x: 'b, c', y: 1} # c\n"],
    ['in a flow map without a value', '{x, y: 1}\n', set(['x'], 2), '{x: 2, y: 1}\n'],
    ['in a list', '- a\n- b # c\n', set([1], 'd'), '- a\n- d # c\n'],
    ['an empty element', '- a\n-\n- c\n', set([1], 'b'), '- a\n- b\n- c\n'],
    ['CRLF', 'x: a\r\ny: 1\r\n', set(['x'], 'b\nc'), 'x: |-\r\n  b\r\n  c\r\ny: 1\r\n'],
    ['no line break at the end', 'x: 1', set(['x'], 2), 'x: 2'],
    ['the root', '# c\na\n', set([], 'b'), '# c\nb\n'],
    ['an empty file', '', set(['x', 'y'], 1), 'x:\n  y: 1\n'],
    ['a file of comments', '# c', set(['x'], 1), '# c\nx: 1\n'],
  ])('%s', (_, text, one, expected) => expect(edited(text, one)).toBe(expected));
});

describe('set a collection', () => {
  test.each<Row>([
    ['a scalar becomes a map', 'x: a # c\ny: 1\n', set(['x'], { z: [1] }), 'x: # c\n  z:\n    - 1\ny: 1\n'],
    ['a map becomes a scalar', 'x: # c\n  z: 1\n  # d\ny: 1\n', set(['x'], 2), 'x: 2 # c\ny: 1\n'],
    ['an element becomes a map', '- a # c\n- b\n', set([0], { x: 1, y: 2 }), '- x: 1 # c\n  y: 2\n- b\n'],
    ['a map in a list becomes a scalar', '-   x: 1\n    y: 2\n- b\n', set([0], 'a'), '-   a\n- b\n'],
    ['an empty collection', 'x:\n  - 1\ny: 1\n', set(['x'], []), 'x: []\ny: 1\n'],
    ['from an empty collection', 'x: {} # c\n', set(['x'], { a: 1 }), 'x: # c\n  a: 1\n'],
    ['what stays the same keeps its comments', '# a\nx:\n  # b\n  b: 1 # c\n  # d\n  d: 2\n', set(['x'], { b: 1, d: 3, e: 4 }), '# a\nx:\n  # b\n  b: 1 # c\n  # d\n  d: 3\n  e: 4\n'],
    ['a list loses and gains at its place', 'x:\n  - a # 1\n  - b # 2\n  - c # 3\n', set(['x'], ['a', 'c']), 'x:\n  - a # 1\n  - c # 3\n'],
    ['in flow style', 'x: [1, {a: 2}]\n', set(['x', 1], 'b'), 'x: [1, b]\n'],
    ['layout as around', 'a:\n    b:\n    - 1\nx: 1\n', set(['x'], { y: { z: [2] } }), 'a:\n    b:\n    - 1\nx:\n    y:\n        z:\n        - 2\n'],
  ])('%s', (_, text, one, expected) => expect(edited(text, one)).toBe(expected)); // prettier-ignore
});

describe('add an entry', () => {
  test.each<Row>([
    ['at the end of its map', 'x: 1\ny: 2\n', set(['z'], 3), 'x: 1\ny: 2\nz: 3\n'],
    ['after the comment of the last', 'a:\n  x: 1 # c\n    # d\nb: 2\n', set(['a', 'y'], 3), 'a:\n  x: 1 # c\n    # d\n  y: 3\nb: 2\n'],
    ['before comments that belong to nothing', 'x: 1\n# end\n', set(['y'], 2), 'x: 1\ny: 2\n# end\n'],
    ['without a line break at the end', 'x: 1', set(['y'], 2), 'x: 1\ny: 2'],
    ['after a block scalar', 'x: |\n  a\n\n', set(['y'], 2), 'x: |\n  a\ny: 2\n\n'],
    ['after a block scalar that keeps its breaks', 'x: |+\n  a\n\n', set(['y'], 2), 'x: |+\n  a\n\ny: 2\n'],
    ['apart, where entries are', 'x: 1\n\ny: 2\n', set(['z'], 3), 'x: 1\n\ny: 2\n\nz: 3\n'],
    ['with the maps above it', 'a: 1\n', set(['b', 'c', 'd'], 2), 'a: 1\nb:\n  c:\n    d: 2\n'],
    ['into an empty place', 'b: # c\na: 1\n', set(['b', 'c'], 2), 'b: # c\n  c: 2\na: 1\n'],
    ['into a map in a list', '- a: 1\n- b: 2\n', set([0, 'c'], 3), '- a: 1\n  c: 3\n- b: 2\n'],
    ['into a flow map', '{a: 1}\n', set(['b'], 2), '{a: 1, b: 2}\n'],
    ['into a flow map with a line an entry', '{\n  a: 1 # c\n}\n', set(['b'], 2), '{\n  a: 1, # c\n  b: 2\n}\n'],
    ['into a pair in a list', '[a: 1]\n', set([0, 'b'], 2), '[{a: 1, b: 2}]\n'],
    ['a key that needs quotes', 'a: 1\n', set(['b: c'], 2), "a: 1\n'b: c': 2\n"],
    ['CRLF', 'a: 1\r\n', set(['b'], [1]), 'a: 1\r\nb:\r\n  - 1\r\n'],
  ])('%s', (_, text, one, expected) => expect(edited(text, one)).toBe(expected)); // prettier-ignore
});

describe('insert', () => {
  test.each<Row>([
    ['first', '# list\nx:\n  # a\n  - a\n', insert(['x', 0], 'b'), '# list\nx:\n  - b\n  # a\n  - a\n'],
    ['between', '- a # 1\n# c\n- c\n', insert([1], 'b'), '- a # 1\n- b\n# c\n- c\n'],
    ['last', 'x:\n-   a\n-   b # 2\ny: 1\n', insert(['x', 2], { c: 1, d: 2 }), 'x:\n-   a\n-   b # 2\n-   c: 1\n    d: 2\ny: 1\n'],
    ['before the first of a list in a list', '- - a\n  - b\n', insert([0, 0], 'z'), '- - z\n  - a\n  - b\n'],
    ['apart, where elements are', '- a\n\n- b\n', insert([2], 'c'), '- a\n\n- b\n\n- c\n'],
    ['into an empty list', 'x: [] # c\n', insert(['x', 0], 'a'), 'x: # c\n  - a\n'],
    ['where there is no list yet', 'y: 1\n', insert(['x', 0], 'a'), 'y: 1\nx:\n  - a\n'],
    ['in flow style', '[a, c]\n', insert([1], 'b'), '[a, b, c]\n'],
    ['in flow style, first', '[ a, c ]\n', insert([0], 'b'), '[ b, a, c ]\n'],
    ['in flow style after a last comma', '[a, b, ]\n', insert([2], 'c'), '[a, b, c, ]\n'],
    ['in flow style with a line an element', '[\n  a, # 1\n  b, # 2\n]\n', insert([1], 'x'), '[\n  a, # 1\n  x,\n  b, # 2\n]\n'],
    ['in flow style with a line an element, last', '[\n  a, # 1\n  b # 2\n]\n', insert([2], 'x'), '[\n  a, # 1\n  b, # 2\n  x\n]\n'],
    ['text as the schema of elements says', 'names: [a]\n', insert(['names', 1], '7'), 'names: [a, 7]\n'],
  ])('%s', (_, text, one, expected) => expect(edited(text, one)).toBe(expected)); // prettier-ignore
});

describe('remove', () => {
  test.each<Row>([
    ['an entry with its comments', 'a: 1\n# b\nb: 2 # B\n  # bb\n# c\nc: 3\n', remove('b'), 'a: 1\n# c\nc: 3\n'],
    ['but not with those set apart', '# file\n\n# of a\na: 1\nb: 2\n', remove('a'), '# file\n\nb: 2\n'],
    ['a map with all in it', 'a:\n  # x\n  x: |\n    1\n\n    2\n\nb: 2\n', remove('a'), 'b: 2\n'],
    ['the last entry', 'a: 1\nb: 2\n', remove('b'), 'a: 1\n'],
    ['the last entry without a line break', 'a: 1\nb: 2', remove('b'), 'a: 1'],
    ['the only entry leaves an empty map', 'a: # c\n  b: 1 # d\n\n  # e\nf: 1\n', remove('a', 'b'), 'a: {} # c\n\n  # e\nf: 1\n'],
    ['the only entry of the root', '# c\na: 1\n', remove('a'), '# c\n{}\n'],
    ['the first entry of a map in a list', '- a: 1 # c\n  b: 2\n', remove(0, 'a'), '- b: 2\n'],
    ['and comments below it stay', '- a: 1\n  # b\n  b: 2\n', remove(0, 'a'), '-\n  # b\n  b: 2\n'],
    ['the only entry of a map in a list', '- a: 1 # c\n- b: 2\n', remove(0, 'a'), '- {}\n- b: 2\n'],
    ['an element with its comments', '- a\n# b\n- b # B\n- c\n', remove(1), '- a\n- c\n'],
    ['the only element', 'x:\n- a\ny: 1\n', remove('x', 0), 'x: []\ny: 1\n'],
    ['of blank lines one side', '- a\n\n- b\n\n- c\n', remove(1), '- a\n\n- c\n'],
    ['of blank lines one side, though a comment of the one above stands between', '- a\n\n  # aa\n- b\n\n- c\n', remove(1), '- a\n\n  # aa\n- c\n'],
    ['in flow style', '[a, b, c]\n', remove(1), '[a, c]\n'],
    ['in flow style, last', '{a: 1, b: 2}\n', remove('b'), '{a: 1}\n'],
    ['in flow style, only', '[ a, ]\n', remove(0), '[]\n'],
    ['in flow style with a line an element', '[\n  a, # 1\n  # 2\n  b, # 2\n  c # 3\n]\n', remove(1), '[\n  a, # 1\n  c # 3\n]\n'],
    ['in flow style with a line an element, last', '[\n  a, # 1\n  b # 2\n]\n', remove(1), '[\n  a # 1\n]\n'],
    ['CRLF', 'a: 1\r\nb: 2\r\n', remove('a'), 'b: 2\r\n'],
  ])('%s', (_, text, one, expected) => expect(edited(text, one)).toBe(expected)); // prettier-ignore
});

describe('move', () => {
  test.each<Row>([
    ['down, with its comments', '# a\n- a # A\n  # aa\n- b\n# c\n- c\n', move([0], 1), '- b\n# a\n- a # A\n  # aa\n# c\n- c\n'],
    ['up', 'x:\n  - a: 1\n    b: 2\n  - c: 3\n', move(['x', 1], 0), 'x:\n  - c: 3\n  - a: 1\n    b: 2\n'],
    ['without a line break at the end', '- a\n- b', move([0], 1), '- b\n- a'],
    ['out of the line of another dash', '- - a\n  - b\n', move([0, 0], 1), '- - b\n  - a\n'],
    ['blank lines stay', '- a\n\n- b\n- c\n', move([2], 0), '- c\n- a\n\n- b\n'],
    ['in flow style', '[a, b, c]\n', move([0], 2), '[b, c, a]\n'],
    ['in flow style with comments', '[\n  a, # 1\n  # 2\n  b # 2\n]\n', move([1], 0), '[\n  # 2\n  b, # 2\n  a # 1\n]\n'],
    ['nowhere', '- a\n- b\n', move([1], 1), '- a\n- b\n'],
  ])('%s', (_, text, one, expected) => expect(edited(text, one)).toBe(expected)); // prettier-ignore
});

test('edits apply in turn, each to the result of the one before', () => {
  const text = 'steps: # 步骤\n  - id: a # 甲\n  - id: b\n';
  const edits = [
    insert(['steps', 2], { id: 'c' }),
    move(['steps', 2], 0),
    set(['steps', 1, 'days'], 3),
    remove('steps', 2),
  ];
  expect(edited(text, ...edits)).toBe('steps: # 步骤\n  - id: c\n  - id: a # 甲\n    days: 3\n');
  const back = inverse(text, edits, { shape });
  expect(back.kind === 'inverse' && edited(edited(text, ...edits), ...back.edits)).toBe(text);
});

test('a text of CRLF stays one, though the edit takes its only line break away before it needs another', () => {
  const text = 'a:\r\n  b: 1';
  expect(edited(text, set([], { a: {}, c: 1 }))).toBe('a: {}\r\nc: 1');
  expect(edited(text, remove('a', 'b'), set(['c'], 1))).toBe('a: {}\r\nc: 1');
});

test('a byte order mark stays, and changes count it', () => {
  expect(edited('\ufeffx: 1\n', set(['x'], 2))).toBe('\ufeffx: 2\n');
});

describe('impossible, with a reason', () => {
  test.each<[name: string, text: string, edit: Edit, reason: RegExp]>([
    ['nothing there to remove', 'a: 1\n', remove('b'), /There is no b\./],
    ['nothing there to move', '- a\n', move([3], 0), /There is no 3\./],
    ['a scalar in the way', 'a: 1\n', set(['a', 'b'], 2), /There is no a\.b\./],
    ['a place past the end', '- a\n', insert([2], 'b'), /outside/],
    ['a target past the end', '- a\n', move([0], 1), /outside/],
    ['an insert into a map', 'a: {b: 1}\n', insert(['a', 0], 1), /no list/],
    ['a move of an entry', 'a: 1\n', move(['a'], 0), /list elements/],
    ['the whole file', 'a: 1\n', { kind: 'remove', path: [] }, /whole file/],
    ['a number where the schema takes text', 'name: a\n', set(['name'], 7), /takes text only/],
    ['a number that no double holds', 'x: a\n', set(['x'], 1e30), /too large/],
    ['a forbidden key', 'a: 1\n', set(['constructor'], 1), /may not be constructor/],
    ['a control character', 'a: 1\n', set(['a'], 'b\0'), /U\+0000/],
    ['a file with errors', 'a: [1\n', set(['a'], 1), /has errors/],
    ['a file grown too large', 'a: 1\n', set(['a'], 'x'.repeat(300_000)), /larger than 256 KiB/],
  ])('%s', (_, text, one, reason) => {
    const result = changes(text, one, { shape });
    expect(result).toMatchObject({ kind: 'impossible', reasonEn: expect.stringMatching(reason) as string });
    expect(edit(text, [one], { shape: shape })).toEqual(result);
  });
});

test('an edit that says what is there already changes nothing', () => {
  expect(changes('{a: {b: 1, c: 2}}', set(['a'], { c: 2, b: 1 }), { shape: anyShape })).toEqual({
    kind: 'changes',
    changes: [],
    value: { a: { b: 1, c: 2 } },
  });
});

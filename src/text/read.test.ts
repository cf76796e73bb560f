import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  anyShape,
  limits,
  read,
  readFast,
  readPlaced,
  readValue,
  readWithLibrary,
  shapeOf,
} from './index.ts';

const shape = shapeOf(
  {
    properties: {
      text: { type: 'string' },
      number: { type: 'integer' },
      flag: { type: 'boolean' },
      maybe: { type: ['string', 'null'] },
      either: { type: ['number', 'string'] },
      kind: { enum: ['a', 1] },
      list: { items: { type: 'string' } },
    },
  },
  () => {
    throw new Error('no references');
  },
);

describe('what a scalar is', () => {
  test.each([
    ['text: 007', '007'],
    ['text: 1e3', '1e3'],
    ['text: no', 'no'],
    ['text: null', 'null'],
    ['text: true', 'true'],
    ['text: 2020-01-01', '2020-01-01'],
    ['text: "7"', '7'],
    ['text: ~', '~'],
    ['text:', null],
    ["text: ''", ''],
    ['text: |\n  1\n', '1\n'],
    ['number: 7', 7],
    ['number: -0.5e+2', -50],
    ['number: 007', '007'],
    ['number: +7', '+7'],
    ['number: .5', '.5'],
    ['number: 0x1F', '0x1F'],
    ['number: 1_000', '1_000'],
    ['number: "7"', '7'],
    ['number: 9007199254740991', 9007199254740991],
    ['number: 9007199254740993', '9007199254740993'],
    ['number: 1e999', '1e999'],
    ['number: null', 'null'],
    ['number: true', 'true'],
    ['flag: true', true],
    ['flag: True', 'True'],
    ['flag: yes', 'yes'],
    ['flag: 1', '1'],
    ['maybe: null', null],
    ['maybe: ~', '~'],
    ['either: 7', 7],
    ['either: 7a', '7a'],
    ['kind: 1', 1],
    ['kind: a', 'a'],
    ['list: [7, true, null]', ['7', 'true', 'null']],
    ['other: 7', 7],
    ['other: null', null],
    ['other: false', false],
    ['other: 2020-01-01', '2020-01-01'],
    ['other: 110101199003070011', '110101199003070011'],
    ["other: '7'", '7'],
  ])('%s', (text, expected) => {
    const key = text.slice(0, text.indexOf(':'));
    expect(read(text, shape, 'a.yaml').value).toEqual({ [key]: expected });
    expect(readValue(text, shape, 'a.yaml')).toEqual({ kind: 'value', value: { [key]: expected } });
  });
});

describe('what is wrong, where, and in which field', () => {
  test.each([
    ['a key twice', 'a:\n  b: 1\n  b: 2', 'text/repeated-key 3:3 a.b'],
    ['a forbidden key behind an escape', '{"\\u005f_proto__": {x: 1}}', 'text/forbidden-key 1:2 __proto__'],
    ['a NUL behind an escape', 'a: "b\\0"', 'text/character 1:4 a'],
    ['a direction mark behind an escape', 'a: "\\u202e"', 'text/character 1:4 a'],
    ['a list as a key', '? [a]\n: 1', 'text/key 1:3 '],
    ['no key', ': 1', 'text/empty-key 1:1 '],
    ['two colons in a line', 'a: b: c', 'text/colon 1:4 a.b'],
    ['no colon', 'a: 1\nb\nc: 2', 'text/colon 2:1 b'],
    ['a tab as indentation', 'a:\n\tb: 1', 'text/tab 2:1 '],
    ['an entry out of line', 'a:\n  b: 1\n c: 2', 'text/indent 3:1 '],
    ['no closing bracket', 'a: [1, 2', 'text/bracket 1:9 a.1'],
    ['no closing quote', "a: 'b", 'text/quote 1:6 a'],
    ['no comma', '["a" "b"]', 'text/comma 1:6 0.a'],
    ['a wrong escape', 'a: "\\y"', 'text/escape 1:5 a'],
    ['a reserved sign', 'a: @b', 'text/quotes-needed 1:4 a'],
    ['a comment without a space', 'a: [1]#b', 'text/comment 1:7 a'],
    ['a dash behind a key', 'a: - b', 'text/unexpected 1:4 '],
    ['a list in a list without its dash', '- a\nb: 1', 'text/unexpected 2:1 '],
  ])('%s', (_, text, expected) => {
    const { value, diagnostics } = read(text, anyShape, 'a.yaml');
    expect(value).toBeUndefined();
    const [first] = diagnostics;
    const { start } = first!.range!;
    expect(`${first!.code} ${start.line}:${start.column} ${first!.path.join('.')}`).toBe(expected);
    expect(first!.message).toMatch(/^[^a-z]*[\u4e00-\u9fff]/);
    expect(readFast(text, anyShape)).toBeUndefined();
  });

  // What the fast reader is not sure of because the library reads it in a way of its own.
  test.each(['a:\n#b\n c\n', '{\n  a: {b: 1}\n# c\n}\n'])('the fast reader leaves %j alone', (text) => {
    expect(readFast(text, anyShape)).toBeUndefined();
  });

  test('the fast reader counts bytes where characters may be too many of them', () => {
    const most = Math.floor((limits.bytes - 3) / 3);
    expect(readFast(`a: ${'行'.repeat(most)}`, anyShape)?.value).toEqual({ a: '行'.repeat(most) });
    expect(readFast(`a: ${'行'.repeat(most)}行`, anyShape)).toBeUndefined();
    // Far more than a third of the limit in characters, and all of one byte.
    const plain = 'a'.repeat(limits.bytes - 3);
    expect(readFast(`a: ${plain}`, anyShape)?.value).toEqual({ a: plain });
  });

  test('diagnostics come in the order of the text', () => {
    const { diagnostics } = read('a: 1\na: 2\nb: "\\y"\nb: 3\n', anyShape, 'a.yaml');
    expect(diagnostics.map(({ code, range }) => `${code} ${range!.start.line}`)).toEqual([
      'text/repeated-key 2',
      'text/escape 3',
      'text/repeated-key 4',
    ]);
  });
});

test('values are plain objects that share nothing with a prototype', () => {
  const { value } = read('toString: 1\nhasOwnProperty: 2\n', anyShape, 'a.yaml');
  expect(Object.keys(value as object)).toEqual(['toString', 'hasOwnProperty']);
  read('"\\x5f_proto__": {polluted: true}', anyShape, 'a.yaml');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('texts without content are null', () => {
  for (const text of ['', '\n', '# c\n', '---\n', '---\n# c\n...\n']) {
    expect(read(text, anyShape, 'a.yaml')).toMatchObject({ value: null, diagnostics: [] });
  }
});

describe('the fast reader is sure of what people write', () => {
  test.each([
    ['a map', '# 文件\na: 1\nb:\n  c: 许可 # 注\n\n  d:\n  - x\n  - y: 1\n    z: 2\n'],
    ['lists in lists', '- - 1\n  - 2\n-\n  - 3\n- []\n'],
    ['block scalars', 'a: |\n  行\n\n    x: [\n  # 不是注释\nb: >-\n  甲\n  乙\n\n  丙\nc: |-\n  z'],
    ['quotes', "a: \"x: # \\\" \\n\"\n'b': 'it''s'\n\"c\" : 1\n"],
    ['text over several lines', 'a: 甲\n  乙\n\n  丙 # 注\nb:\n  丁\n  戊\n'],
    ['flow style', 'a: [1, "b", {c: d, "e":f, g: }, [], ]\nb: {\n  # 注\n  x: [1, # 一\n    2],\n}\n'],
    ['CRLF', 'a: 1\r\nb: |\r\n  x\r\n  y\r\nc:\r\n  - z\r\n'],
    ['empty places', 'a:\nb: # 注\nc:\n  -\n  - d:\n'],
    ['a mark at the start', '---\na: 1\n'],
  ])('%s', (_, text) => {
    const document = readWithLibrary(text, anyShape, 'a.yaml');
    expect(readFast(text, anyShape)).toEqual({ value: document.value });
    expect(readPlaced(text, anyShape, 'a.yaml')).toEqual(document);
  });
});

test('the sample catalogue is read by the fast reader, and alike by both', () => {
  const root = new URL('../../items/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  expect(files.length).toBeGreaterThan(50);
  const slow = files.filter((name) => {
    const text = readFileSync(new URL(name, root), 'utf8');
    const fast = readFast(text, anyShape);
    const document = readWithLibrary(text, anyShape, name);
    if (fast) expect(fast.value, name).toEqual(document.value);
    if (fast) expect(readPlaced(text, anyShape, name), name).toEqual(document);
    return fast === undefined;
  });
  expect(slow.length / files.length, slow.join()).toBeLessThan(0.05);
});

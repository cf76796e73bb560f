import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guard, limits, read, readValue, anyShape } from './index.ts';

/** The first refusal as `code line:column`. */
function refusal(input: Uint8Array | string): string {
  const guarded = guard(input, 'a.yaml');
  if (guarded.kind === 'ok') return 'ok';
  const [first] = guarded.diagnostics;
  expect(first).toMatchObject({ severity: 'error', file: 'a.yaml', cites: [] });
  expect(first!.message).toMatch(/[。]$/);
  expect(first!.messageEn).toMatch(/\.$/);
  return `${first!.code} ${first!.range!.start.line}:${first!.range!.start.column}`;
}

const keys = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}: 1\n`).join('');

describe('refused, with its place', () => {
  test.each([
    ['NUL', 'a: b\0', 'text/character 1:5'],
    ['bell', 'a: b\nc: \x07', 'text/character 2:4'],
    ['next line', 'a: b\u0085', 'text/character 1:5'],
    ['bidirectional override', 'a: b\n# \u202e', 'text/character 2:3'],
    ['line separator', 'a: \u2028', 'text/character 1:4'],
    ['byte order mark inside', 'a: \ufeffb', 'text/character 1:4'],
    ['half a surrogate pair', 'a: \ud83d', 'text/character 1:4'],
    ['lone carriage return', 'a: b\rc: d', 'text/character 1:5'],
    ['anchor', 'a: &x 1', 'text/anchor 1:4'],
    ['alias', 'b:\n  - *x', 'text/alias 2:5'],
    ['local tag', 'a: !x 1', 'text/tag 1:4'],
    ['core tag', '!!map {a: 1}', 'text/tag 1:1'],
    ['verbatim tag', 'a: !<tag:yaml.org,2002:str> 1', 'text/tag 1:4'],
    ['merge key', 'a: 1\n<<: {b: 2}', 'text/merge 2:1'],
    ['merge key in flow style', '{<<: {b: 2}}', 'text/merge 1:2'],
    ['directive', '%YAML 1.2\n---\na: 1', 'text/directive 1:1'],
    ['second document', 'a: 1\n---\nb: 2', 'text/documents 2:1'],
    ['second document without a mark', 'a: 1\n...\nb: 2', 'text/documents 3:1'],
    ['second document, empty', '---\n---\n', 'text/documents 2:1'],
    ['key __proto__', '__proto__: 1', 'text/forbidden-key 1:1'],
    ['key constructor in quotes', 'a: {"constructor": 1}', 'text/forbidden-key 1:5'],
    ['explicit key prototype', '? prototype\n: 1', 'text/forbidden-key 1:3'],
    ['brackets', '['.repeat(3000), 'text/depth 1:65'],
    ['braces', '{a: '.repeat(65), 'text/depth 1:257'],
    ['dashes', '- '.repeat(65), 'text/depth 1:129'],
    ['keys of keys in a line', 'a: '.repeat(65), 'text/depth 1:194'],
    ['question marks', '? '.repeat(65), 'text/depth 1:129'],
    [
      'indentation',
      Array.from({ length: 65 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      'text/depth 65:66',
    ],
    ['indentation hidden by tabs', Array.from({ length: 65 }, (_, i) => `${' '.repeat(i)}${'\t'.repeat(130 - 2 * i)}a:\n`).join(''), 'text/depth 65:68'], // prettier-ignore
    ['1,001 keys', keys(limits.keys + 1), 'text/keys 1001:6'],
    ['1,001 keys in flow style', `{${keys(limits.keys + 1).replaceAll('\n', ',')}}`, 'text/keys 1:7900'],
    ['200,000 keys', keys(200_000).slice(0, limits.bytes), 'text/keys 1001:6'],
    ['20,001 values', '- 1\n'.repeat(limits.nodes + 1), 'text/nodes 20000:3'],
    ['20,001 empty values', '-\n'.repeat(limits.nodes + 1), 'text/nodes 20001:1'],
    ['20,001 commas', `[${'a,'.repeat(limits.nodes + 1)}]`, 'text/nodes 1:40000'],
    ['one byte too many', 'a'.repeat(limits.bytes + 1), 'text/size 1:1'],
    ['too many bytes in fewer characters', '行'.repeat(limits.bytes / 3 + 1), 'text/size 1:1'],
    ['a scalar of 5 MB', `a: "${'x'.repeat(5e6)}"`, 'text/size 1:1'],
    ['bytes that are too many', new Uint8Array(limits.bytes + 1), 'text/size 1:1'],
    ['GBK', new Uint8Array([0x61, 0x3a, 0x20, 0xd0, 0xd0]), 'text/encoding 1:4'],
    ['a UTF-8 sequence longer than needed', new Uint8Array([0x61, 0xc0, 0x80]), 'text/encoding 1:2'],
    ['a surrogate in UTF-8', new Uint8Array([0x61, 0xed, 0xa0, 0x80]), 'text/encoding 1:2'],
  ])('%s', (_, input, expected) => expect(refusal(input)).toBe(expected));

  test('an alias bomb is told at its anchors and aliases, and at most twenty times', () => {
    const bomb = `a: &a [x]\n${'b: [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n'.repeat(9)}`;
    const guarded = guard(bomb, 'a.yaml');
    expect(guarded.kind === 'refused' && guarded.diagnostics.map(({ code }) => code)).toEqual([
      'text/anchor',
      ...Array.from({ length: 19 }, () => 'text/alias'),
    ]);
  });
});

describe('let through', () => {
  test.each([
    ['signs inside plain text', 'a: R&D *2 !important 50% @home <<x'],
    ['signs in quotes', 'a: "&x *y !z"\nb: \'*c\'\n"<<": 1'],
    ['signs in block scalars', 'a: |\n  &x\n  *y\n  --- \n  %z\n  <<: b\n'],
    ['signs in comments', '# &x *y !z\na: 1 # <<: *b'],
    ['__proto__ as a value', 'a: __proto__\nb: [constructor]'],
    ['brackets in text', `a: |\n  ${'['.repeat(300)}\nb: "${'['.repeat(300)}"`],
    ['a mark at the start of the one document', '# c\n---\na: 1\n...\n# end\n'],
    ['CRLF, tabs after text, Chinese, emoji', 'a: 行政\t# c\r\nb: 😀，。\r\n'],
    [
      '1,000 keys and 1,000 more elsewhere',
      `${keys(limits.keys - 1)}m:\n${keys(limits.keys).replaceAll('k', ' k')}`,
    ],
    ['nesting of 64', '['.repeat(64) + ']'.repeat(64)],
    [
      '64 lists and maps by turns',
      `${Array.from({ length: 32 }, (_, i) => `${'  '.repeat(i)}a:\n${'  '.repeat(i)}-\n`).join('')}`,
    ],
    ['lists in the column of their keys', 'a:\n- 1\n- b:\n  - 2\nc:\n- 3\n'.repeat(1)],
    ['19,999 elements', '- 1\n'.repeat(limits.nodes - 1)],
    ['the most bytes', `# ${'x'.repeat(limits.bytes - 2)}`],
  ])('%s', (_, text) => expect(guard(text, 'a.yaml')).toEqual({ kind: 'ok', text }));

  test('a byte order mark at the start, which is dropped', () => {
    const expected = { kind: 'ok', text: 'a: 1' };
    expect(guard(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x3a, 0x20, 0x31]), 'a.yaml')).toEqual(expected);
    expect(guard('\ufeffa: 1', 'a.yaml')).toEqual(expected);
  });
});

describe('hostile input', () => {
  const runs = Number(process.env.GUICHENG_RUNS ?? 1000);

  test('random bytes never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const guarded = guard(bytes, 'a.yaml');
        if (guarded.kind === 'ok') read(guarded.text, anyShape, 'a.yaml');
        else expect(guarded.diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
  });

  test('random signs never throw, and every text gives a value or a diagnostic with its place', () => {
    const sign = fc.constantFrom('\n', '\n ', '\n  ', ' ', '\t', '- ', ': ', '? ', '#', '"', "'", '[', ']', '{', '}', ',', '|', '>', '&', '*', '!', '%', '---', '...', '\r\n', 'a', 'a: ', '行', '\\'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const text = signs.join('');
        const result = readValue(text, anyShape, 'a.yaml');
        if (result.kind === 'value') return;
        expect(result.diagnostics.length).toBeGreaterThan(0);
        for (const { range } of result.diagnostics) {
          expect(range!.start.offset).toBeLessThanOrEqual(range!.end.offset);
          expect(range!.end.offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: runs },
    );
  });

  // The parser's own errors cost most, so texts that the guard lets through are the slow ones.
  test.each([
    ['"a": ', '- [\n', 65_536],
    ['a: ', '%\n', 32_768],
    ['', '"a"\n', 65_536],
    ['', '#\n', limits.bytes],
    ['a:\n b: c\n', '\n #\n', limits.bytes],
    ['[', '[', limits.bytes],
    ['', '- |\n\n', limits.bytes],
    ['"', '\\"', limits.bytes],
    ["'", "''", limits.bytes],
    ['a: ', 'b ', limits.bytes],
    ['a: ', 'b\n ', limits.bytes],
    ['', '- a\n\n #\n', limits.bytes],
  ])('%j and %j over and over take less than 3 s', (start, again, size) => {
    const text = start + again.repeat((size - start.length) / again.length);
    const before = performance.now();
    readValue(text, anyShape, 'a.yaml');
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomDocument, randomShape } from '../../tests/text/randomYaml.ts';
import { commentsOf } from './comments.ts';
import { applyChanges, format, read, sameValue } from './index.ts';

function formatted(text: string): string | undefined {
  const result = format(text, randomShape);
  return result.kind === 'changes' ? applyChanges(text, result.changes) : undefined;
}

const cases: [name: string, text: string, expected: string][] = [
  ['what is laid out stays', 'a:\n  b: 1\n  c:\n    - d: 1\n      e: 2\n', 'a:\n  b: 1\n  c:\n    - d: 1\n      e: 2\n'],
  ['four columns become two', 'a:\n    b: 1\n    c:\n        d: 2\n', 'a:\n  b: 1\n  c:\n    d: 2\n'],
  ['dashes go inside of their key', 'a:\n- b: 1\n  c: 2\n- d\n', 'a:\n  - b: 1\n    c: 2\n  - d\n'],
  ['one space after a dash', 'a:\n  -   b: 1\n      c: 2\n', 'a:\n  - b: 1\n    c: 2\n'],
  ['blanks at ends go', 'a: 1  \n\n  \nb: 2 # c \t\n\n\n', 'a: 1\n\n\nb: 2 # c\n'],
  ['a line break comes to the end', 'a: 1', 'a: 1\n'],
  ['a byte order mark stays', '\ufeffa:\n    b: 1\n', '\ufeffa:\n  b: 1\n'],
  ['CRLF stays', 'a:\r\n    b: 1 \r\n', 'a:\r\n  b: 1\r\n'],
  ['a text moves whole', 'a:\n    b: |\n        x\n\n          y\n', 'a:\n  b: |\n    x\n\n      y\n'],
  ['blanks inside of a text stay', 'a: |\n    x  \n    y\n', 'a: |\n  x  \n  y\n'],
  ['an end that a text keeps stays', 'a: |+\n  x\n\n\n', 'a: |+\n  x\n\n\n'],
  ['a text without its last break', 'a: |\n    x', 'a: |\n  x'],
  ['lines of one text hang below it', 'a:\n    b: x\n          y\n', 'a:\n  b: x\n    y\n'],
  ['comments go with what follows', 'a:\n# one\n- b\n# two\n- c\n# end\n', 'a:\n  # one\n  - b\n  # two\n  - c\n# end\n'],
  ['comments stay deeper than what they belong to', 'a: 1\n    # of a\nb: 2\n', 'a: 1\n  # of a\nb: 2\n'],
  ['a comment below a text is none of its lines', 'a:\n  b: |\n      x\n    # c\n', 'a:\n  b: |\n    x\n  # c\n'],
  ['a key with a question mark', 'x:\n    ? a\n    : b\n', 'x:\n  ? a\n  : b\n'],
  ['flow stays inside of its key', 'a:\n    b: [\n      1,\n      2 ]\n', 'a:\n  b: [\n    1,\n    2 ]\n'],
]; // prettier-ignore

test.each(cases)('%s', (_name, text, expected) => {
  expect(formatted(text)).toBe(expected);
});

test('a text that cannot be read is left alone with the reason', () => {
  const result = format('a: [1\nb: 2\n', randomShape);
  expect(result).toMatchObject({ kind: 'impossible', reason: expect.stringContaining('没有整理') });
});

test('a notation that is not planned for is left alone, not damaged', () => {
  const result = format('x:\n    ? a\n    :   b: 1\n        c: 2\n', randomShape);
  expect(result).toMatchObject({ kind: 'impossible', reason: expect.stringContaining('没有改动') });
});

test('value and comments stay, and a second time changes nothing', () => {
  let done = 0;
  let changed = 0;
  const runs = 1500;
  fc.assert(
    fc.property(randomDocument, ({ text }) => {
      const once = formatted(text);
      if (once === undefined) return;
      done++;
      if (once !== text) changed++;
      const [before, after] = [read(text, randomShape, ''), read(once, randomShape, '')];
      expect(sameValue(after.value!, before.value!)).toBe(true);
      expect(commentsOf(after)).toEqual(commentsOf(before));
      expect(formatted(once)).toBe(once);
    }),
    { numRuns: runs },
  );
  expect(done / runs).toBeGreaterThan(0.99);
  expect(changed / runs).toBeGreaterThan(0.3);
});

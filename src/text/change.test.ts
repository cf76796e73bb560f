import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges, composeChanges, invertChanges } from './index.ts';
import type { TextChange } from './index.ts';
import { trimChanges } from './change.ts';

/** Changes of a text of `length`, in order and apart. */
function changesOf(length: number): fc.Arbitrary<TextChange[]> {
  const insert = fc.stringMatching(/^[xyz\r\n😀]{0,4}$/u);
  return fc.array(fc.tuple(fc.nat(length), fc.nat(3), insert), { maxLength: 4 }).map((list) => {
    let at = 0;
    return list
      .sort(([a], [b]) => a - b)
      .map(([start, size, text]) => {
        const from = Math.max(at, start);
        at = Math.min(length, from + size);
        return { from, to: Math.max(from, at), insert: text };
      });
  });
}

const steps = fc
  .stringMatching(/^[abx\r\n😀]{0,12}$/u)
  .chain((text) =>
    changesOf(text.length).chain((first) =>
      changesOf(applyChanges(text, first).length).map((second) => ({ text, first, second })),
    ),
  );

test('inverted changes bring every byte back', () => {
  fc.assert(
    fc.property(steps, ({ text, first }) => {
      expect(applyChanges(applyChanges(text, first), invertChanges(text, first))).toBe(text);
    }),
  );
});

test('composed changes do what the steps do one after the other', () => {
  fc.assert(
    fc.property(steps, ({ text, first, second }) => {
      const composed = composeChanges(text.length, [first, second]);
      expect(applyChanges(text, composed)).toBe(applyChanges(applyChanges(text, first), second));
      for (const [i, change] of composed.entries())
        expect(change.from).toBeGreaterThanOrEqual(composed[i - 1]?.to ?? 0);
    }),
  );
});

test('trimmed changes do the same, and begin and end with a difference', () => {
  fc.assert(
    fc.property(steps, ({ text, first }) => {
      const trimmed = trimChanges(text, first);
      expect(applyChanges(text, trimmed)).toBe(applyChanges(text, first));
      for (const { from, to, insert } of trimmed) expect(text.slice(from, to)).not.toBe(insert);
    }),
  );
});

test.each<[string, string, TextChange, TextChange[]]>([
  ['shared ends are left out', 'abcd', { from: 0, to: 4, insert: 'aXd' }, [{ from: 1, to: 3, insert: 'X' }]],
  ['nothing is left of no change', 'ab', { from: 0, to: 2, insert: 'ab' }, []],
  [
    'a pair of surrogates stays whole',
    '😀',
    { from: 0, to: 2, insert: '😁' },
    [{ from: 0, to: 2, insert: '😁' }],
  ],
  ['a CRLF stays whole', 'a\r\n', { from: 0, to: 3, insert: 'a\r' }, [{ from: 1, to: 3, insert: '\r' }]],
])('%s', (_, text, change, expected) => expect(trimChanges(text, [change])).toEqual(expected));

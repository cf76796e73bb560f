import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../src/text/index.ts';
import { plainChanges, realOffset, shownOffset, shownText } from './plainText.ts';

describe('a text area', () => {
  test.each([
    ['a\r\nb\r\n', 'a\nc\nb\n', 'a\r\nc\r\nb\r\n'],
    ['a\r\nb\n', 'a\nb\n\n', 'a\r\nb\n\n'],
    ['a\nb\r\n', 'a\nb\nc', 'a\nb\r\nc'],
    ['a', 'a\nb', 'a\nb'],
    ['a\r\nb', 'ab', 'ab'],
    ['a\rb', 'a\nbc', 'a\rbc'],
  ])('%j becomes, shown as %j, %j', (text, next, expected) => {
    expect(applyChanges(text, plainChanges(text, next))).toBe(expected);
  });

  test('shows after any change just what was typed, and no break that was not touched changes', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '许', '\n', '\r\n'), maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (text, typed) => {
        const next = shownText(typed);
        expect(shownText(applyChanges(text, plainChanges(text, next)))).toBe(next);
        expect(plainChanges(text, shownText(text))).toEqual([]);
      }),
    );
  });

  test('offsets lead there and back', () => {
    const text = 'a\r\nb\rc\n';
    for (let shown = 0; shown <= shownText(text).length; shown++)
      expect(shownOffset(text, realOffset(text, shown))).toBe(shown);
    expect(shownOffset(text, 2)).toBe(1);
  });
});

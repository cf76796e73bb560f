import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from './textDocument.ts';

const form = {};
const source = {};

describe('one history for every lens', () => {
  test('steps of two lenses are undone in reverse order and redone in order', () => {
    const document = new TextDocument('a: 1\n');
    document.apply([{ from: 3, to: 4, insert: '2' }], form);
    document.apply([{ from: 5, to: 5, insert: 'b: 3\n' }], source);
    document.undo();
    expect(document.text).toBe('a: 2\n');
    document.undo();
    expect([document.text, document.canUndo]).toEqual(['a: 1\n', false]);
    document.redo();
    document.redo();
    expect([document.text, document.canRedo]).toEqual(['a: 2\nb: 3\n', false]);
  });

  test('keys typed one after another are one step, a pause or another lens ends it', () => {
    const document = new TextDocument('');
    const type = (insert: string, now: number, by: object = source) =>
      document.apply([{ from: document.text.length, to: document.text.length, insert }], by, {
        typing: true,
        now,
      });
    type('一', 0);
    type('二', 300);
    type('三', 2000);
    type('四', 2100, form);
    const texts: string[] = [];
    while (document.canUndo) {
      document.undo();
      texts.push(document.text);
    }
    expect(texts).toEqual(['一二三', '一二', '']);
  });

  test('a change after undo forgets what could be redone', () => {
    const document = new TextDocument('x');
    document.apply([{ from: 1, to: 1, insert: 'y' }], form);
    document.undo();
    document.apply([{ from: 1, to: 1, insert: 'z' }], form);
    expect([document.canRedo, document.text]).toEqual([false, 'xz']);
  });

  test('every lens is told of what others did, and may end that', () => {
    const document = new TextDocument('x');
    const seen: object[] = [];
    const end = document.onChange(({ by }) => seen.push(by));
    document.apply([{ from: 0, to: 1, insert: 'y' }], form);
    end();
    document.apply([{ from: 0, to: 1, insert: 'z' }], source);
    expect(seen).toEqual([form]);
  });

  test('whatever was typed, all undone is the first text and all redone the last', () => {
    const typed = fc.array(
      fc.record({ at: fc.nat(), length: fc.nat(3), insert: fc.string({ maxLength: 3 }), gap: fc.nat(1500) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fc.string(), typed, (first, keys) => {
        const document = new TextDocument(first);
        let now = 0;
        for (const { at, length, insert, gap } of keys) {
          const from = at % (document.text.length + 1);
          const to = Math.min(from + length, document.text.length);
          now += gap;
          document.apply([{ from, to, insert }], now % 3 === 0 ? form : source, { typing: true, now });
        }
        const last = document.text;
        while (document.canUndo) document.undo();
        expect(document.text).toBe(first);
        while (document.canRedo) document.redo();
        expect(document.text).toBe(last);
      }),
    );
  });
});

describe('what somebody else changed', () => {
  const text = 'a: 1\nb: 2\nc: 3\n';

  test('is taken in beside what was done here, which is undone and redone alone', () => {
    const document = new TextDocument(text);
    document.apply([{ from: 8, to: 9, insert: '20' }], form);
    document.apply([{ from: 14, to: 15, insert: '30' }], form);
    document.undo();
    document.take('a: 1\nnew: 0\nb: 20\nc: 3\n');
    document.redo();
    expect(document.text).toBe('a: 1\nnew: 0\nb: 20\nc: 30\n');
    document.undo();
    document.undo();
    expect([document.text, document.canUndo]).toEqual(['a: 1\nnew: 0\nb: 2\nc: 3\n', false]);
  });

  test('ends the history where both changed one place', () => {
    const document = new TextDocument(text);
    document.apply([{ from: 3, to: 4, insert: '10' }], form);
    document.apply([{ from: 9, to: 10, insert: '20' }], form);
    document.take('a: 9\nb: 20\nc: 3\n');
    document.undo();
    expect([document.text, document.canUndo]).toEqual(['a: 9\nb: 2\nc: 3\n', false]);
  });

  test('whatever it is, undo never touches it', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd');
    const lines = fc.array(line, { maxLength: 6 }).map((all) => all.map((one) => `${one}\n`).join(''));
    fc.assert(
      fc.property(lines, lines, lines, (first, second, theirs) => {
        const document = new TextDocument(first);
        document.replace(second);
        document.take(theirs);
        expect(document.text).toBe(theirs);
        while (document.canUndo) document.undo();
        while (document.canRedo) document.redo();
        expect(document.text).toBe(theirs);
      }),
    );
  });
});

import { expect, test } from 'vitest';
import { TextDocument } from '../document/textDocument.ts';
import { formatDocument } from './formatDocument.ts';

const file = '000000/water-abstraction-licence.yaml';

test('formatting is one step of the history, apart from the typing before it', () => {
  const document = new TextDocument('name:\n    zh: 取水\n');
  const lens = {};
  document.apply([{ from: 16, to: 16, insert: '许' }], lens, { typing: true });
  const typed = document.text;
  expect(formatDocument(document, file).en).toMatch(/^Formatted/);
  expect(document.text).toBe(typed.replace('    zh', '  zh'));
  document.undo();
  expect(document.text).toBe(typed);
});

test('what is tidy or cannot be read makes no step', () => {
  for (const [text, told] of [
    ['name:\n  zh: 取水\n', /tidy already/],
    ['name: [\n', /cannot be read/],
  ] as const) {
    const document = new TextDocument(text);
    expect(formatDocument(document, file).en).toMatch(told);
    expect([document.text, document.canUndo]).toEqual([text, false]);
  }
});

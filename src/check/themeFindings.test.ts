import { expect, test } from 'vitest';
import { readSource, shapeOfKind, type Source } from '../catalogue/index.ts';
import type { CatalogueFile } from '../model/generated/schemas.ts';
import { edit } from '../text/index.ts';
import { logoFindings, logoLimit, themeFindings } from './themeFindings.ts';

function settings(theme: string): Source<CatalogueFile> {
  const text = `title: t\nnotice: n\ncalendar: cn\ntheme:\n${theme}`;
  const read = readSource('catalogue.yaml', text);
  if (read.kind !== 'source') throw new Error('The example cannot be read');
  return read.source as Source<CatalogueFile>;
}

test.each<[string, string, (string | number)[], string]>([
  [
    'a pale link',
    '  light: {link: "#4a90d9"}\n',
    ['theme', 'light', 'link'],
    '链接 / 页面底色的对比度是 3.34:1',
  ],
  ['a page too dark for its text', '  light: {paper: "#9aa5b1"}\n', ['theme', 'light', 'paper'], '不到 7:1'],
  ['a dark page with a dark link', '  dark: {link: "#0b4478"}\n', ['theme', 'dark', 'link'], '深色：链接'],
  [
    'a brand that neither white nor black is read on',
    '  light: {brand: "#e0492f"}\n',
    ['theme', 'light', 'brand'],
    '标志文字',
  ],
])('%s is told at the colour that a theme says', (_, theme, path, words) => {
  const found = themeFindings(settings(theme));
  expect(found.map((one) => one.severity)).toContain('error');
  expect(found.find(({ message }) => message.includes(words))?.path).toEqual(path);
});

test('what the quick fix writes is enough', () => {
  const source = settings('  light:\n    link: "#4a90d9" # 亮蓝\n');
  const [first] = themeFindings(source);
  const made = edit(source.text, first!.fix!.edits, { shape: shapeOfKind('catalogue') });
  if (made.kind === 'impossible') throw new Error(made.reason);
  expect(made.text).toContain('# 亮蓝');
  expect(themeFindings(settings(made.text.slice(made.text.indexOf('  light:'))))).toEqual([]);
});

test('a catalogue without a theme, and one with sound colours, hear nothing', () => {
  expect(themeFindings(settings('  header: plain\n'))).toEqual([]);
  expect(themeFindings(settings('  light: {brand: "#0f4c5c", link: "#0b4478"}\n'))).toEqual([]);
});

const files = (bytes: number) => new Map([['forms/logo.png', new Uint8Array(bytes)]]);

test('a logo may weigh so much and no more', () => {
  const source = settings('  logo: forms/logo.png\n');
  expect(logoFindings(source, files(logoLimit))).toEqual([]);
  expect(logoFindings(source, files(logoLimit + 1))[0]).toMatchObject({
    code: 'catalogue/logo-size',
    path: ['theme', 'logo'],
  });
});

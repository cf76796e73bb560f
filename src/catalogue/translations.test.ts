import { expect, test } from 'vitest';
import { edit } from '../text/index.ts';
import { itemChain } from './itemChain.ts';
import { readSource, shapeOfKind } from './source.ts';
import { itemLevels, listedTexts, translationTemplate, type TranslatableText } from './translations.ts';
import type { Translation } from './types.ts';

const file = 'translations/en/a.yaml';
const texts: TranslatableText[] = [
  { path: '/basics/name', said: ['甲许可'] },
  { path: '/fees/none', said: ['不收费：依法。', '本市不收费。'] },
  { path: '/limits/note', said: ['123'] },
];

const valueOf = (text: string): Translation => {
  const read = readSource(file, text);
  if (read.kind !== 'source') throw new Error(text);
  return read.source.value as Translation;
};

/** What `text` says once it lists what there is. */
function listed(text: string): Translation {
  const made = edit(text, listedTexts(valueOf(text), texts), { shape: shapeOfKind('translation') });
  if (made.kind !== 'edited') throw new Error(made.reason);
  return valueOf(made.text);
}

test('a new translation lists each text with the wording of the highest level', () => {
  const text = translationTemplate('a', texts);
  expect(valueOf(text)).toEqual({
    id: 'a',
    item: 'a',
    texts: [
      { path: '/basics/name', zh: '甲许可' },
      { path: '/fees/none', zh: '不收费：依法。' },
      { path: '/limits/note', zh: '123' },
    ],
  });
  expect(listedTexts(valueOf(text), texts)).toEqual([]);
});

test('a translation of an item that says nothing yet has room for what it will say', () => {
  expect(listed(translationTemplate('a', [])).texts?.map(({ path }) => path)).toEqual(
    texts.map(({ path }) => path),
  );
});

test('what is missing comes at the end, what has no English gets the Chinese of now, what is translated stays', () => {
  const text = `id: a
item: a
texts:
  - {path: /fees/none, zh: 从前收费。}
  - {path: /basics/name, zh: 乙许可, en: Licence B} # kept
  - {path: /gone, zh: 没有了, en: Gone}
`;
  expect(listed(text).texts).toEqual([
    { path: '/fees/none', zh: '不收费：依法。' },
    { path: '/basics/name', zh: '乙许可', en: 'Licence B' },
    { path: '/gone', zh: '没有了', en: 'Gone' },
    { path: '/limits/note', zh: '123' },
  ]);
});

test('the words of a lower level are words of now', () => {
  const text = translationTemplate('a', texts).replace('不收费：依法。', '本市不收费。');
  expect(listedTexts(valueOf(text), texts)).toEqual([]);
});

test('an item is told at each level, by its base and the layers down to there', () => {
  const chain = itemChain([
    { path: '000000/a.yaml', text: 'id: a\nbasics: {name: 甲}\n' },
    { path: '510000/a.yaml', text: 'id: a\noverlay: {basics: {summary: 省}}\n' },
    { path: '360100/a.yaml', text: 'id: a\noverlay: {basics: {summary: 别的市}}\n' },
    { path: '511500/a.yaml', text: 'id: a\noverlay: {basics: {everydayName: 市}}\n' },
  ]);
  const above: Record<string, string[]> = {
    '511500': ['511500', '510000', '000000'],
    '360100': ['360100', '000000'],
    '510000': ['510000', '000000'],
  };
  const levels = itemLevels(chain, { divisionChain: (code) => above[code] ?? [code] });
  expect(levels.map(({ division, item }) => [division, item.basics])).toEqual([
    ['000000', { name: '甲' }],
    ['510000', { name: '甲', summary: '省' }],
    ['360100', { name: '甲', summary: '别的市' }],
    ['511500', { name: '甲', summary: '省', everydayName: '市' }],
  ]);
  expect(itemLevels(chain.slice(1), { divisionChain: (code) => above[code] ?? [code] })).toEqual([]);
});

import { expect, it } from 'vitest';
import { chineseNumber, citeInWords } from './citedLaws.ts';

it.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [42, '四十二'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [112, '一百一十二'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [1260, '一千二百六十'],
])('article %i is 第%s条', (n, expected) => expect(chineseNumber(n)).toBe(expected));

it.each([
  [{ law: 'administrative-licensing-law', article: 42 }, undefined, '《中华人民共和国行政许可法》第四十二条'],
  [{ law: 'food-safety-law', article: 35, paragraph: 1 }, '食品安全法', '《食品安全法》第三十五条第一款'],
  [{ law: 'unknown' }, undefined, '《unknown》'],
  [{ law: 'constructor' }, undefined, '《constructor》'],
])('%j is cited by its title where one is known', (cite, known, expected) =>
  expect(citeInWords(cite, known).zh).toBe(expected),
);

import { expect, it } from 'vitest';
import { chineseNumber } from './citedLaws.ts';

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

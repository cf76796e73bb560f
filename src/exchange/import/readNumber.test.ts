import { describe, expect, test } from 'vitest';
import { chineseNumber } from '../../model/citedLaws.ts';
import { readNumber } from './readNumber.ts';

describe('a number', () => {
  test('in Chinese is read as it is written', () => {
    for (let n = 0; n < 10_000; n++) expect(readNumber(chineseNumber(n)), chineseNumber(n)).toBe(n);
  });

  test.each([
    ['20', 20],
    ['２０', 20],
    ['1,200', 1200],
    ['二〇二一', 2021],
    ['两百', 200],
  ])('%s is %d', (text, n) => expect(readNumber(text)).toBe(n));

  test.each(['', '二十个', '十十', '百千', '2.5', '-3', '二三十', '约20'])('%s is none', (text) =>
    expect(readNumber(text)).toBeUndefined(),
  );
});

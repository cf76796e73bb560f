import { expect, test } from 'vitest';
import { fenOf, numberOf, yuanOf } from './numbers.ts';

test.each([
  ['120', 12000],
  ['120.5', 12050],
  ['0.01', 1],
  [' 30 ', 3000],
  ['1.005', undefined],
  ['1,000', undefined],
  ['-1', undefined],
  ['', undefined],
  ['三十', undefined],
])('%s yuan are %s fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen);
});

test.each([
  [12000, '120'],
  [12050, '120.50'],
  [1, '0.01'],
  [0, '0'],
])('%s fen read %s', (fen, yuan) => {
  expect([yuanOf(fen), fenOf(yuanOf(fen))]).toEqual([yuan, fen]);
});

test.each([
  ['20', 20],
  ['1.5', 1.5],
  ['007', undefined],
  ['1e3', undefined],
  ['二十', undefined],
])('%s is the number %s', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

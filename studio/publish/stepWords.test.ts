import { expect, test } from 'vitest';
import { stepShare, stepWords, type SiteStep } from './stepWords.ts';

test.each<[SiteStep, string, ReturnType<typeof stepShare>]>([
  [{ kind: 'reading', done: 0, all: 0 }, '核对签批记录，读入目录', undefined],
  [{ kind: 'items', done: 3, all: 40 }, '检查事项，生成办事指南', { done: 3, all: 40 }],
  // Where nothing changed there is nothing to count.
  [{ kind: 'items', done: 0, all: 0 }, '检查事项，生成办事指南', undefined],
  [{ kind: 'lists', done: 0, all: 40 }, '生成列表、检索和开放数据', undefined],
  [{ kind: 'writing', done: 900, all: 900 }, '核对链接，写入网页', undefined],
  [{ kind: 'release', done: 12, all: 900 }, '存入磁盘，准备替换', { done: 12, all: 900 }],
])('%j', (step, words, share) => {
  expect(stepWords(step).zh).toBe(words);
  expect(stepShare(step)).toEqual(share);
});

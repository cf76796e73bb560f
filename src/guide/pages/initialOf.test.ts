import { expect, it } from 'vitest';
import { syllablesOf } from '../../search/syllablesOf.ts';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { initialOf } from './initialOf.ts';

it.each([
  ['取水许可', 'Q'],
  ['林木采伐许可证核发', 'L'],
  ['重新核发', 'C'],
  ['重大项目', 'Z'],
  ['行政许可', 'X'],
  ['阿胶', 'A'],
  ['做账', 'Z'],
  ['GSP 认证', 'G'],
  ['（样例）', '#'],
  ['1 号', '#'],
])('%s stands under %s', (name, letter) => {
  expect(initialOf(name)).toBe(letter);
});

it('is the initial of the pinyin of every name in the sample', async () => {
  for (const { name } of (await sampleCatalogue()).lookupData.items)
    expect(initialOf(name), name).toBe(syllablesOf(name).charAt(0));
});

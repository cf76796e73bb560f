import { expect, test } from 'vitest';
import type { Law } from '../../src/catalogue/index.ts';
import { articleOf } from './articleOf.ts';

const law = {
  id: 'a-law',
  title: '甲法',
  kind: 'law',
  issuer: '某机关',
  versions: [
    { id: 'y2003', effective: '2004-07-01' },
    { id: 'y2030', effective: '2030-01-01' },
  ],
  articles: [{ number: 42, gist: '二十日内作出决定' }],
} as Law; // As much of a law as an article is read from.

test('an article of a law of the catalogue, as it holds on the day', () => {
  expect(articleOf({ law: 'a-law', article: 42, paragraph: 1 }, law, '2026-06-01')).toEqual({
    law: { zh: '《甲法》', en: '甲法' },
    number: { zh: '第四十二条第一款', en: 'Article 42(1)' },
    gist: '二十日内作出决定',
    about: [
      { zh: '法律', en: 'law' },
      { zh: '某机关', en: '某机关' },
      { zh: '2004-07-01 起施行的版本', en: 'as in force since 2004-07-01' },
    ],
    url: undefined,
  });
});

test.each([
  ['an article that the catalogue does not keep', { law: 'a-law', article: 3 }, law, undefined],
  [
    'a law that the catalogue has not',
    { law: 'administrative-licensing-law', article: 30 },
    undefined,
    undefined,
  ],
])('%s has nothing to read', (_, cite, known, gist) => {
  const article = articleOf(cite, known, '2026-06-01');
  expect(article.gist).toBe(gist);
  expect(article.law.zh).toMatch(/^《.+》$/);
});

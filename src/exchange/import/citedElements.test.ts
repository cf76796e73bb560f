import { expect, test } from 'vitest';
import { citedElements } from './citedElements.ts';

const laws = [
  { id: 'water-law', title: '中华人民共和国水法' },
  { id: 'water-permit', title: '取水许可和水资源费征收管理条例' },
];

test.each([
  [
    '《水法》第七条、第四十八条',
    [
      { law: 'water-law', article: 7 },
      { law: 'water-law', article: 48 },
    ],
  ],
  [
    '《中华人民共和国水法》第四十八条第一款，《取水许可和水资源费征收管理条例》',
    [{ law: 'water-law', article: 48, paragraph: 1 }, { law: 'water-permit' }],
  ],
  // The law's own words follow: they are kept.
  [
    '《水法》第七条国家对水资源依法实行取水许可制度。',
    [{ law: 'water-law', article: 7, quotation: '《水法》第七条国家对水资源依法实行取水许可制度。' }],
  ],
  ['《某省取水办法》第三条', [{ quotation: '《某省取水办法》第三条' }]],
  ['法律规定', [{ quotation: '法律规定' }]],
])('%s', (text, elements) => {
  expect(citedElements(text, laws).map(({ value }) => value)).toEqual(elements);
});

test('what is not in the registry is said', () => {
  const [element] = citedElements('《某省取水办法》第三条', laws);
  expect(element?.remark?.zh).toBe('法规库里没有：《某省取水办法》第三条');
});

import type { ItemRule } from '../rule.ts';

export const basisCitedOnce: ItemRule = {
  id: 'basis-cited-once',
  family: 'basis',
  scope: 'item',
  severity: 'warning',
  title: { zh: '同一条款不重复列为依据', en: 'No article is listed twice among the bases' },
  why: {
    zh: '同一条款列两次，往往是抄写重复，或者其中一处条号写错了。删去重复的一处，或者改正条号。',
    en: 'An article listed twice was mostly copied twice, or one of the numbers is wrong. Remove one or correct it.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30 }],
  good: [
    {
      name: 'two paragraphs of one article',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, paragraph: 1, role: 'establishes' },
          { id: 'b', law: 'a-law', article: 3, paragraph: 2, role: 'establishes' },
        ],
      },
    },
    {
      name: 'one article in two roles',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, role: 'establishes' },
          { id: 'b', law: 'a-law', article: 3, role: 'supervises' },
        ],
      },
    },
    {
      name: 'two laws that are not named yet',
      item: {
        legalBasis: [
          { id: 'a', role: 'establishes' },
          { id: 'b', role: 'establishes' },
        ],
      },
    },
  ],
  bad: [
    {
      name: 'the same twice',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, paragraph: 1, role: 'establishes', covers: ['authority'] },
          { id: 'b', law: 'a-law', article: 3, paragraph: 1, role: 'establishes' },
        ],
      },
      at: ['legalBasis', 1],
    },
  ],
  mutations: [
    {
      name: 'the second is like the first',
      edits: [
        { kind: 'set', path: ['legalBasis', 1, 'article'], value: 33 },
        { kind: 'set', path: ['legalBasis', 1, 'paragraph'], value: 1 },
      ],
    },
  ],
  check(item, { lookups }) {
    const seen = new Set<string>();
    return (item.legalBasis ?? []).flatMap((basis, i) => {
      if (basis.law === undefined || basis.role === undefined) return [];
      const key = [basis.law, basis.article, basis.paragraph, basis.item, basis.role].join(' ');
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const title = lookups.law(basis.law)?.title ?? basis.law;
      return [
        {
          path: ['legalBasis', i],
          message: {
            zh: `《${title}》的同一条款已经列过一次，作用也相同。请删去重复的一处，或者改正条、款、项。`,
            en: `The same place of "${title}" is listed already in the same role. Remove one, or correct article, paragraph and item.`,
          },
        },
      ];
    });
  },
};

import type { ItemRule } from '../rule.ts';

/**
 * Licensing Law Art. 30: the basis is shown to the public, and a title of a hundred articles shows little. A
 * warning, since a decision that lists permits in an annex has no article to name: such a law registers none.
 */
export const basisNamesArticle: ItemRule = {
  id: 'basis-names-article',
  family: 'basis',
  scope: 'item',
  severity: 'warning',
  title: { zh: '法律依据写明第几条', en: 'A legal basis names its article' },
  why: {
    zh: '只写法名，申请人和审核的人都查不到原文。核对后写明条，有款、项的写到款、项。',
    en: 'A title alone lets neither applicant nor reviewer look it up. Verify and give the article, with paragraph and item where it has them.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30 }],
  good: [
    {
      name: 'an article',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }] },
    },
    {
      name: 'a decision that has no articles',
      item: { legalBasis: [{ id: 'a', law: 'a-decision', role: 'establishes' }] },
    },
    {
      name: 'a law that the register lacks is spoken of elsewhere',
      item: { legalBasis: [{ id: 'a', law: 'unknown', role: 'establishes' }] },
    },
  ],
  bad: [
    {
      name: 'a law as a whole',
      item: { legalBasis: [{ id: 'a', law: 'a-law', role: 'establishes' }] },
      at: ['legalBasis', 0],
    },
    {
      name: 'the second of two',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, role: 'establishes' },
          { id: 'b', law: 'a-department-rule', role: 'implements' },
        ],
      },
      at: ['legalBasis', 1],
    },
  ],
  mutations: [
    {
      name: 'the article is not given',
      edits: [{ kind: 'remove', path: ['legalBasis', 4, 'article'] }],
    },
  ],
  check(item, { lookups }) {
    return (item.legalBasis ?? []).flatMap((basis, i) => {
      const law = lookups.law(basis.law ?? '');
      if (basis.article !== undefined || law === undefined || (law.articles ?? []).length === 0) return [];
      return [
        {
          path: ['legalBasis', i],
          message: {
            zh: `依据《${law.title}》没有写明第几条，申请人查不到原文。请核对后填写 article。`,
            en: `The basis "${law.title}" does not say which article, so nobody can look it up. Verify it and fill in article.`,
          },
        },
      ];
    });
  },
};

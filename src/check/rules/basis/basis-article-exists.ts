import { chineseNumber } from '../../../model/citedLaws.ts';
import { lawInForce } from '../../../model/lawInForce.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { eachCitation } from './eachCitation.ts';

export const basisArticleExists: ItemRule = {
  id: 'basis-article-exists',
  family: 'basis',
  scope: 'item',
  severity: 'warning',
  title: { zh: '所引的条在法规中存在', en: 'An article that is cited exists in its law' },
  why: {
    zh: '法规修改以后条数变化，或者抄错条号，读者查到的就不是依据。对照现行文本改正条号。',
    en: 'When a law is revised or a number miscopied, readers look up what is no basis. Correct the number by the text in force.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30 }],
  good: [
    {
      name: 'the last article',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 90, role: 'establishes' }] },
    },
    {
      name: 'nobody has counted the articles',
      laws: [{ id: 'uncounted', versions: [{ id: 'y2000', effective: '2000-01-01' }] }],
      item: { legalBasis: [{ id: 'a', law: 'uncounted', article: 900, role: 'establishes' }] },
    },
    {
      name: 'a revision with more articles is in force',
      laws: [
        {
          id: 'grown',
          versions: [
            { id: 'y2000', effective: '2000-01-01', lastArticle: 20 },
            { id: 'y2020', effective: '2020-01-01', lastArticle: 40 },
          ],
        },
      ],
      item: { legalBasis: [{ id: 'a', law: 'grown', article: 40, role: 'establishes' }] },
    },
  ],
  bad: [
    {
      name: 'behind the last article',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 91, role: 'establishes' }] },
      at: ['legalBasis', 0, 'article'],
    },
    {
      name: 'the article of an earlier, longer version',
      laws: [
        {
          id: 'shrunk',
          title: '乙法',
          versions: [
            { id: 'y2000', effective: '2000-01-01', lastArticle: 60 },
            { id: 'y2020', effective: '2020-01-01', lastArticle: 40 },
          ],
        },
      ],
      item: {
        conditions: { grant: [{ id: 'c', text: '有场所。', basis: [{ law: 'shrunk', article: 41 }] }] },
      },
      at: ['conditions', 'grant', 0, 'basis', 0, 'article'],
    },
    {
      name: 'told once, where it is cited first',
      item: {
        conditions: {
          grant: [
            { id: 'c', text: '有场所。', basis: [{ law: 'a-law', article: 91 }] },
            { id: 'd', text: '有人员。', basis: [{ law: 'a-law', article: 91 }] },
          ],
        },
      },
      at: ['conditions', 'grant', 0, 'basis', 0, 'article'],
    },
  ],
  mutations: [
    {
      name: 'a condition cites article 91 of 90',
      edits: [
        {
          kind: 'set',
          path: ['conditions', 'grant', 0, 'basis'],
          value: [{ law: 'a-regulation', article: 91 }],
        },
      ],
    },
  ],
  check(item, { lookups, date }) {
    const found = new Map<string, Finding>();
    eachCitation(item, (id, { article }, path) => {
      const law = article === undefined ? undefined : lookups.law(id);
      if (article === undefined || law === undefined) return;
      const is = lawInForce(law.versions ?? [], date);
      const last = is.kind === 'in-force' && is.perhaps.length === 0 ? is.version.lastArticle : undefined;
      if (last === undefined || article <= last || found.has(`${id} ${article}`)) return;
      found.set(`${id} ${article}`, {
        path: [...path(), 'article'],
        message: {
          zh: `《${law.title}》只有 ${last} 条，没有第${chineseNumber(article)}条。请对照现行文本改正条号；条数登记错的，改正法规的 lastArticle。`,
          en: `"${law.title}" has ${last} articles and no Art. ${article}. Correct the number by the text in force, or the law’s lastArticle where that is wrong.`,
        },
      });
    });
    return [...found.values()];
  },
};

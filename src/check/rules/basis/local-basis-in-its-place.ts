import type { Finding, ItemRule } from '../rule.ts';
import { eachCitation } from './eachCitation.ts';

export const localBasisInItsPlace: ItemRule = {
  id: 'local-basis-in-its-place',
  family: 'basis',
  scope: 'item',
  severity: 'error',
  title: { zh: '地方性法规、规章只在本行政区域作依据', en: 'A local law is a basis in its own place only' },
  why: {
    zh: '地方性法规、地方政府规章只在制定它的行政区域内有效，别处照抄就是没有依据。改引国家的法规，或者本地自己的。',
    en: 'A local law has force where it was made, and copied elsewhere it is no basis. Cite a national law, or one of this place.',
  },
  cites: [
    { law: 'legislation-law', article: 80 },
    { law: 'legislation-law', article: 93 },
  ],
  good: [
    {
      name: 'in its own province',
      division: '510000',
      item: { legalBasis: [{ id: 'a', law: 'a-local-regulation', article: 3, role: 'establishes' }] },
    },
    {
      name: 'in a county of its city',
      division: '511502',
      item: { fees: { list: [{ id: 'f', basis: [{ law: 'a-local-rule', article: 3 }] }] } },
    },
    {
      name: 'a national law anywhere',
      division: '510700',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }] },
    },
    {
      name: 'a base is judged where it is adopted',
      item: { legalBasis: [{ id: 'a', law: 'a-local-regulation', article: 3, role: 'establishes' }] },
    },
  ],
  bad: [
    {
      name: 'the rule of another city',
      division: '510700',
      item: { legalBasis: [{ id: 'a', law: 'a-local-rule', article: 3, role: 'implements' }] },
      at: ['legalBasis', 0, 'law'],
    },
    {
      name: 'the rule of a city in its province, told once',
      division: '510000',
      item: {
        conditions: {
          grant: [
            { id: 'c', text: '有场所。', basis: [{ law: 'a-local-rule', article: 3 }] },
            { id: 'd', text: '有人员。', basis: [{ law: 'a-local-rule', article: 8 }] },
          ],
        },
      },
      at: ['conditions', 'grant', 0, 'basis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'a rule of Mianyang in Yibin',
      edits: [
        {
          kind: 'insert',
          path: ['supervision', 'measures', 0, 'basis', 1],
          value: { law: 'a-local-rule', article: 3 },
        },
      ],
      others: {
        'laws/a-local-rule.yaml': [
          { kind: 'set', path: ['division'], value: '510700' },
          { kind: 'set', path: ['title'], value: '绵阳市甲办法' },
          { kind: 'set', path: ['issuer'], value: '绵阳市人民政府' },
        ],
      },
    },
  ],
  check(item, { lookups }, { division }) {
    if (division === '000000') return [];
    const told = new Map<string, Finding>();
    let chain: readonly string[] | undefined;
    eachCitation(item, (id, _, path) => {
      const law = lookups.law(id);
      if (law?.division === undefined || told.has(law.id)) return;
      chain ??= lookups.divisionChain(division);
      if (chain.includes(law.division)) return;
      const there = lookups.divisionName(law.division);
      told.set(law.id, {
        path: [...path(), 'law'],
        message: {
          zh: `《${law.title}》是${there}的，别处办理本事项不能以它为依据。请改引国家的法规，或者办理地自己的。`,
          en: `"${law.title}" is of ${there} and no basis where this item is run elsewhere. Cite a national law, or one of that place.`,
        },
      });
    });
    return [...told.values()];
  },
};

import { lawInWords, type LawKind } from '../rank.ts';
import type { ItemRule } from '../rule.ts';
import { establishingBases, isPermit } from './establishingBases.ts';

/** Who may create a permit by Licensing Law Art. 14 to 17; a provincial rule only for a year, of which `provisional-within-a-year` speaks. */
const mayEstablish: ReadonlySet<LawKind> = new Set<LawKind>([
  'constitution',
  'law',
  'administrative-regulation',
  'state-council-decision',
  'local-regulation',
  'provincial-rule',
]);

export const establishingBasisRank: ItemRule = {
  id: 'establishing-basis-rank',
  family: 'basis',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '设定许可的依据须是法律、行政法规、国务院决定或地方性法规；省级规章只能设定临时许可',
    en: 'A permit rests on a law, administrative regulation, State Council decision or local regulation; a provincial rule only provisionally',
  },
  why: {
    zh: '没有上位法依据的许可是违法设定，当事人可以申请复议、提起诉讼。引用设定它的法律、法规；引不出来的，不再作为许可实施，或者提请立法。',
    en: 'A permit without sufficient law was created unlawfully and falls in review or court. Cite what creates it; without that, stop running it as a permit, or ask for a law.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 14 },
    { law: 'administrative-licensing-law', article: 15 },
    { law: 'administrative-licensing-law', article: 17 },
  ],
  good: [
    { name: 'a law', item: { legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }] } },
    {
      name: 'a department rule beside a law',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-regulation', role: 'establishes' },
          { id: 'b', law: 'a-department-rule', role: 'implements' },
        ],
      },
    },
    {
      name: 'a provincial rule, if only for a year',
      item: { legalBasis: [{ id: 'a', law: 'a-provincial-rule', role: 'establishes' }] },
    },
    {
      name: 'a public service, which is no permit',
      item: {
        basics: { type: '20' },
        legalBasis: [{ id: 'a', law: 'a-notice', role: 'establishes' }],
      },
    },
    {
      name: 'a law that the register lacks is spoken of elsewhere',
      item: { legalBasis: [{ id: 'a', law: 'unknown', role: 'establishes' }] },
    },
  ],
  bad: [
    {
      name: 'a department rule alone',
      item: { legalBasis: [{ id: 'a', law: 'a-department-rule', role: 'establishes' }] },
      at: ['legalBasis', 0, 'law'],
    },
    {
      name: 'a notice alone',
      item: { legalBasis: [{ id: 'a', law: 'a-notice', role: 'establishes' }] },
      at: ['legalBasis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'no law, a department rule alone',
      edits: [0, 1].map((i) => ({ kind: 'set', path: ['legalBasis', i, 'law'], value: 'a-department-rule' })),
    },
  ],
  check(item, { lookups }) {
    if (!isPermit(item)) return [];
    const establishing = establishingBases(item, lookups);
    const [first] = establishing;
    // One sufficient basis carries the permit, whatever stands beside it; an unknown law is an unresolved reference.
    if (first === undefined || establishing.some(({ kind }) => kind === undefined || mayEstablish.has(kind)))
      return [];
    const law = lawInWords(first.law, lookups);
    return [
      {
        path: ['legalBasis', first.i, 'law'],
        message: {
          zh: `${law.zh}不得设定行政许可。请引用设定它的法律、行政法规、国务院决定或地方性法规；没有的，本事项不能作为许可实施。`,
          en: `${law.en} cannot create a permit. Cite the law, administrative regulation, State Council decision or local regulation that does; without one it cannot be run as a permit.`,
        },
      },
    ];
  },
};

import { lawInWords, type LawKind } from '../rank.ts';
import type { ItemRule } from '../rule.ts';
import { establishingBases, isPermit } from './establishingBases.ts';

/** What Licensing Law Art. 15, second paragraph, binds. */
const local: ReadonlySet<LawKind> = new Set<LawKind>(['local-regulation', 'provincial-rule']);

export const noLocalEnterpriseRegistration: ItemRule = {
  id: 'no-local-enterprise-registration',
  family: 'basis',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '地方性法规和省级规章不设定企业登记和国家统一的资格、资质',
    en: 'No local law creates a registration of enterprises or a qualification that the state sets',
  },
  why: {
    zh: '各地自设登记和资格，市场就被分割，外地的人和企业进不来。引用设定它的法律、行政法规；没有的，停止实施。',
    en: 'Registrations and qualifications of one place cut up the market and keep others out. Cite the law or administrative regulation that creates it; without one, stop it.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 15, paragraph: 2 }],
  good: [
    {
      name: 'a registration by law',
      item: {
        basics: { category: 'registration' },
        legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }],
      },
    },
    {
      name: 'a local regulation that creates what it may',
      item: {
        basics: { category: 'general' },
        legalBasis: [{ id: 'a', law: 'a-local-regulation', article: 3, role: 'establishes' }],
      },
    },
    {
      name: 'a local regulation that only details a registration by law',
      item: {
        basics: { category: 'registration' },
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, role: 'establishes' },
          { id: 'b', law: 'a-local-regulation', article: 3, role: 'establishes' },
        ],
      },
    },
    {
      name: 'a law that the register lacks is spoken of elsewhere',
      item: {
        basics: { category: 'registration' },
        legalBasis: [{ id: 'a', law: 'unknown', article: 3, role: 'establishes' }],
      },
    },
  ],
  bad: [
    {
      name: 'a registration by local regulation',
      item: {
        basics: { category: 'registration' },
        legalBasis: [{ id: 'a', law: 'a-local-regulation', article: 3, role: 'establishes' }],
      },
      at: ['legalBasis', 0, 'law'],
    },
    {
      name: 'a qualification by provincial rule',
      item: {
        basics: { category: 'qualification', cleanUp: { decision: 'provisional', until: '2026-12-31' } },
        legalBasis: [{ id: 'a', law: 'a-provincial-rule', article: 3, role: 'establishes' }],
      },
      at: ['legalBasis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'a registration of one province',
      edits: [
        { kind: 'set', path: ['basics', 'category'], value: 'registration' },
        ...[0, 1].map((i) => ({
          kind: 'set' as const,
          path: ['legalBasis', i, 'law'],
          value: 'a-local-regulation',
        })),
      ],
    },
  ],
  check(item, { lookups }) {
    const category = item.basics?.category;
    if (!isPermit(item) || (category !== 'registration' && category !== 'qualification')) return [];
    const establishing = establishingBases(item, lookups);
    const [first] = establishing;
    if (first === undefined || !establishing.every(({ kind }) => kind !== undefined && local.has(kind)))
      return [];
    const law = lawInWords(first.law, lookups);
    const registration = category === 'registration';
    return [
      {
        path: ['legalBasis', first.i, 'law'],
        // Which qualifications the state has to set uniformly, the article leaves open.
        ...(!registration && { severity: 'warning' }),
        message: registration
          ? {
              zh: `${law.zh}不得设定企业或者其他组织的设立登记。请引用设定它的法律、行政法规；没有的，停止实施。`,
              en: `${law.en} cannot create a registration of enterprises or organisations. Cite the law or administrative regulation that does; without one, stop it.`,
            }
          : {
              zh: `${law.zh}不得设定应当由国家统一确定的资格、资质。请核对本资格是否属于国家统一确定；属于的，引用法律、行政法规，没有的停止实施。`,
              en: `${law.en} cannot create a qualification that the state has to set. Verify whether this is one; if so, cite a law or administrative regulation, or stop it.`,
            },
      },
    ];
  },
};

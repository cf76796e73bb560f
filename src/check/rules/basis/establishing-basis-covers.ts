import { labelOf } from '../../../model/field.ts';
import type { LegalBasis } from '../../../model/item.ts';
import { schemas, type Words } from '../../../model/schemas.ts';
import type { ItemRule } from '../rule.ts';
import { isPermit } from './establishingBases.ts';

/** What whoever creates a permit has to set, by Licensing Law Art. 18. */
const due = ['authority', 'conditions', 'procedure', 'limit'] as const;

export const establishingBasisCovers: ItemRule = {
  id: 'establishing-basis-covers',
  family: 'basis',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '依据规定了实施机关、条件、程序、期限',
    en: 'The bases set authority, conditions, procedure and limit',
  },
  why: {
    zh: '设定许可应当规定机关、条件、程序、期限；缺哪一样，哪一样就由办事的人说了算。补引规定它的条文；法规本身没有规定的，向制定机关提出意见。',
    en: 'Whoever creates a permit has to set who grants it, on what conditions, how and by when; what is missing is at the clerk’s will. Cite what sets it, or tell whoever made the law that it does not.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 18 }],
  good: [
    {
      name: 'all four between two bases',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, role: 'establishes', covers: ['authority', 'conditions'] },
          { id: 'b', law: 'a-regulation', article: 8, role: 'implements', covers: ['procedure', 'limit'] },
        ],
      },
    },
    { name: 'nothing is cited yet', item: { basics: { name: '甲许可' } } },
    {
      name: 'a public service, which is no permit',
      item: {
        basics: { type: '20' },
        legalBasis: [{ id: 'a', law: 'a-notice', role: 'establishes', covers: ['authority'] }],
      },
    },
  ],
  bad: [
    {
      name: 'nobody sets conditions and limit',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, role: 'establishes', covers: ['authority', 'procedure'] },
        ],
      },
      at: ['legalBasis'],
    },
    {
      name: 'what supervises is no basis for the limit',
      item: {
        legalBasis: [
          {
            id: 'a',
            law: 'a-law',
            article: 3,
            role: 'establishes',
            covers: ['authority', 'conditions', 'procedure'],
          },
          { id: 'b', law: 'a-law', article: 8, role: 'supervises', covers: ['limit'] },
        ],
      },
      at: ['legalBasis'],
    },
    {
      name: 'nobody has said what the bases set',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }] },
      at: ['legalBasis'],
    },
  ],
  mutations: [
    {
      name: 'nothing sets the limit',
      edits: [{ kind: 'remove', path: ['legalBasis', 2, 'covers'] }],
    },
  ],
  check(item) {
    const bases = item.legalBasis ?? [];
    if (bases.length === 0 || !isPermit(item)) return [];
    if (bases.every(({ covers }) => covers === undefined))
      return [
        {
          path: ['legalBasis'],
          severity: 'info',
          message: {
            zh: '没有写明各条依据规定了什么，看不出机关、条件、程序、期限有没有依据。请逐条填写 covers（规定了）。',
            en: 'Nothing says what each basis sets, so nobody sees whether authority, conditions, procedure and limit have one. Fill in covers for each.',
          },
        },
      ];
    const covered = new Set(
      bases.flatMap(({ role, covers }) => (role === 'supervises' ? [] : (covers ?? []))),
    );
    const missing = due.filter((one) => !covered.has(one)).map(inWords);
    if (missing.length === 0) return [];
    const zh = missing.map((one) => one.zh).join('、');
    return [
      {
        path: ['legalBasis'],
        message: {
          zh: `设定和实施的依据都没有规定${zh}。请补引规定${zh}的条文；法规没有规定的，向制定机关提出意见。`,
          en: `No basis that establishes or implements it sets: ${missing.map((one) => one.en).join(', ')}. Cite what does; where the law itself is silent, tell whoever made it.`,
        },
      },
    ];
  },
};

function inWords(one: NonNullable<LegalBasis['covers']>[number]): Words {
  return labelOf(schemas.item.properties!['legalBasis']!.items!.properties!['covers']!.items!, one);
}

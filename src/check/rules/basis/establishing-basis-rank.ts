import { lawInWords, type LawKind } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** Who may create a permit by Licensing Law Art. 14 to 17; a provincial rule only for a year (Art. 15). */
const mayEstablish: ReadonlySet<LawKind> = new Set<LawKind>([
  'constitution',
  'law',
  'administrative-regulation',
  'state-council-decision',
  'local-regulation',
  'provincial-rule',
]);

/** Item type of a permit: what is no permit (a service, a confirmation) these articles do not speak of. */
const permit = '01';

/** The same day a year later: `2027-01-05` → `2028-01-05`. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

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
      name: 'a provincial rule with an end',
      item: {
        basics: { cleanUp: { decision: 'provisional', until: '2027-01-01' } },
        legalBasis: [{ id: 'a', law: 'a-provincial-rule', role: 'establishes' }],
      },
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
    {
      name: 'a provincial rule without an end',
      item: { legalBasis: [{ id: 'a', law: 'a-provincial-rule', role: 'establishes' }] },
      at: ['legalBasis', 0, 'law'],
    },
    {
      name: 'a provisional permit of more than a year',
      item: {
        basics: { cleanUp: { decision: 'provisional', until: '2028-02-01' } },
        inForce: { from: '2027-01-01' },
        legalBasis: [{ id: 'a', law: 'a-provincial-rule', role: 'establishes' }],
      },
      at: ['basics', 'cleanUp', 'until'],
    },
    {
      name: 'nothing establishes it',
      item: { legalBasis: [{ id: 'a', law: 'a-law', role: 'implements' }] },
      at: ['legalBasis'],
    },
  ],
  mutations: [
    {
      name: 'no law, a department rule alone',
      edits: [0, 1].map((i) => ({ kind: 'set', path: ['legalBasis', i, 'law'], value: 'a-department-rule' })),
    },
    {
      name: 'a provincial rule without an end',
      edits: [0, 1].map((i) => ({ kind: 'set', path: ['legalBasis', i, 'law'], value: 'a-provincial-rule' })),
    },
  ],
  check(item, { lookups }) {
    const bases = item.legalBasis ?? [];
    if (bases.length === 0 || (item.basics?.type ?? permit) !== permit) return [];
    const establishing = bases
      .map((basis, i) => ({ basis, i }))
      .filter(({ basis }) => basis.role === 'establishes');
    if (establishing.length === 0)
      return [
        {
          path: ['legalBasis'],
          message: {
            zh: '没有一条依据设定本许可。请把设定它的法律、法规的“作用”写为 establishes（设定）。',
            en: 'No basis establishes this permit. Mark the law or regulation that does so as establishes.',
          },
        },
      ];
    const kinds = establishing.map(({ basis, i }) => ({
      i,
      id: basis.law ?? '',
      kind: lookups.law(basis.law ?? '')?.kind,
    }));
    // One sufficient basis carries the permit, whatever stands beside it; an unknown law is an unresolved reference.
    if (
      kinds.some(({ kind }) => kind === undefined || (mayEstablish.has(kind) && kind !== 'provincial-rule'))
    )
      return [];
    const until = item.basics?.cleanUp?.until;
    if (until !== undefined && kinds.some(({ kind }) => kind === 'provincial-rule')) {
      const from = item.inForce?.from;
      if (from === undefined || until <= yearAfter(from)) return [];
      return [
        {
          path: ['basics', 'cleanUp', 'until'],
          message: {
            zh: `临时许可从 ${from} 实施到 ${until}，超过一年。到期日改为 ${yearAfter(from)} 以前；满一年还要实施的，提请制定地方性法规。`,
            en: `The provisional permit runs from ${from} to ${until}, over a year. End it by ${yearAfter(from)}; to go on, ask for a local regulation.`,
          },
          fix: {
            title: { zh: `到期日改为 ${yearAfter(from)}`, en: `End it on ${yearAfter(from)}` },
            edits: [{ kind: 'set', path: ['basics', 'cleanUp', 'until'], value: yearAfter(from) }],
          },
        },
      ];
    }
    const { i, id, kind } = kinds[0]!;
    const law = lawInWords(id, lookups);
    return [
      {
        path: ['legalBasis', i, 'law'],
        message:
          kind === 'provincial-rule'
            ? {
                zh: `${law.zh}只能设定不超过一年的临时许可，这里没有到期日。请写明 basics.cleanUp.until，或引用设定它的法律、法规。`,
                en: `${law.en} can create a permit for one year only, and no end is given. Give basics.cleanUp.until, or cite the law or regulation that creates it.`,
              }
            : {
                zh: `${law.zh}不得设定行政许可。请引用设定它的法律、行政法规、国务院决定或地方性法规；没有的，本事项不能作为许可实施。`,
                en: `${law.en} cannot create a permit. Cite the law, administrative regulation, State Council decision or local regulation that does; without one it cannot be run as a permit.`,
              },
      },
    ];
  },
};

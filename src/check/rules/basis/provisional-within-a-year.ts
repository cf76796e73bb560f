import type { Lookups } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import type { Words } from '../../../model/schemas.ts';
import type { LawKind } from '../rank.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { establishingBases, isPermit } from './establishingBases.ts';

/** Where a permit's end is written. */
const untilPath: Path = ['basics', 'cleanUp', 'until'];

export const provisionalWithinAYear: ItemRule = {
  id: 'provisional-within-a-year',
  family: 'basis',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '临时性许可写明到期日，不超过一年，到期停止',
    en: 'A provisional permit names its end, within a year, and ends then',
  },
  why: {
    zh: '省级政府规章设定的许可只能实施一年，没有到期日的往往一直办下去。写明到期日；满一年还要实施的，提请人大制定地方性法规。',
    en: 'A permit created by a provincial rule may run for one year, and without a date it runs on for ever. Give its end; to go on, ask the people’s congress for a local regulation.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 15, paragraph: 1 }],
  good: [
    {
      name: 'a year to the day',
      item: {
        basics: { cleanUp: { decision: 'provisional', until: '2027-01-05' } },
        inForce: { from: '2026-01-05' },
        legalBasis: [{ id: 'a', law: 'a-provincial-rule', article: 3, role: 'establishes' }],
      },
    },
    {
      name: 'its revision ends within the year',
      item: {
        basics: { cleanUp: { decision: 'provisional' } },
        inForce: { from: '2026-01-05', to: '2026-12-31' },
      },
    },
    {
      name: 'a provincial rule beside a law',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, role: 'establishes' },
          { id: 'b', law: 'a-provincial-rule', article: 3, role: 'establishes' },
        ],
      },
    },
    {
      name: 'an old one that was cancelled',
      item: {
        basics: { state: 'cancelled', cleanUp: { decision: 'provisional', until: '2020-01-01' } },
      },
    },
    {
      name: 'a public service, which is no permit',
      item: {
        basics: { type: '20' },
        legalBasis: [{ id: 'a', law: 'a-provincial-rule', article: 3, role: 'establishes' }],
      },
    },
  ],
  bad: [
    {
      name: 'no end',
      item: {
        basics: { cleanUp: { decision: 'provisional' } },
        inForce: { from: '2026-01-05' },
      },
      at: ['basics', 'cleanUp'],
    },
    {
      name: 'no end, three years on',
      item: {
        inForce: { from: '2023-06-01' },
        legalBasis: [{ id: 'a', law: 'a-provincial-rule', article: 3, role: 'establishes' }],
      },
      at: ['legalBasis', 0, 'law'],
    },
    {
      name: 'a provincial rule and no end',
      item: { legalBasis: [{ id: 'a', law: 'a-provincial-rule', article: 3, role: 'establishes' }] },
      at: ['legalBasis', 0, 'law'],
    },
    {
      name: 'more than a year',
      item: {
        basics: { cleanUp: { decision: 'provisional', until: '2028-02-01' } },
        inForce: { from: '2027-01-01' },
      },
      at: untilPath,
    },
    {
      name: 'more than a year from a leap day',
      item: {
        basics: { cleanUp: { decision: 'provisional', until: '2029-03-01' } },
        inForce: { from: '2028-02-29' },
      },
      at: untilPath,
    },
    {
      name: 'past its end for two years',
      item: {
        basics: { cleanUp: { decision: 'provisional', until: '2024-06-01' } },
        inForce: { from: '2023-06-01' },
        legalBasis: [{ id: 'a', law: 'a-provincial-rule', article: 3, role: 'establishes' }],
      },
      at: untilPath,
    },
  ],
  mutations: [
    {
      name: 'retained provisionally, without an end',
      edits: [{ kind: 'set', path: ['basics', 'cleanUp', 'decision'], value: 'provisional' }],
    },
    {
      name: 'retained provisionally for three years',
      edits: [
        { kind: 'set', path: ['basics', 'cleanUp', 'decision'], value: 'provisional' },
        { kind: 'set', path: untilPath, value: '2029-01-05' },
      ],
    },
    {
      name: 'provisional and at its end',
      edits: [
        { kind: 'set', path: ['basics', 'cleanUp', 'decision'], value: 'provisional' },
        { kind: 'set', path: untilPath, value: '2026-05-31' },
      ],
    },
  ],
  check(item, { lookups, date }) {
    const rule = provincialRule(item, lookups);
    const cleanUp = item.basics?.cleanUp;
    if (cleanUp?.decision !== 'provisional' && rule === undefined) return [];
    if (item.basics?.state === 'cancelled' || cleanUp?.decision === 'cancel') return [];
    // The year is the law's for what a provincial rule created; for the rest it is that of the clean-up.
    const severity = rule === undefined ? 'warning' : 'error';
    const from = item.inForce?.from;
    const latest = from === undefined ? undefined : yearAfter(from);
    const until = cleanUp?.until ?? item.inForce?.to;
    const path = cleanUp?.until === undefined && until !== undefined ? ['inForce', 'to'] : untilPath;
    const fixed = latest !== undefined && latest >= date && cleanUp !== undefined && path === untilPath;
    if (until === undefined)
      return [
        {
          path: cleanUp === undefined && rule !== undefined ? rule : ['basics', 'cleanUp'],
          severity,
          message: noEnd(from, latest, date),
          ...(fixed && endOn(latest)),
        },
      ];
    if (latest !== undefined && until > latest)
      return [
        {
          path,
          severity,
          message: {
            zh: `临时性许可从 ${from} 实施到 ${until}，超过一年。到期日改为 ${latest} 以前；满一年还要实施的，提请制定地方性法规。`,
            en: `The provisional permit runs from ${from} to ${until}, over a year. End it by ${latest}; to go on, ask for a local regulation.`,
          },
          ...(fixed && endOn(latest)),
        },
      ];
    if (until >= date) return [];
    return [
      {
        path,
        severity,
        message: {
          zh: `临时性许可已于 ${until} 到期。请停止实施，状态改为 cancelled（取消）；仍需实施的，引用已经制定的地方性法规。`,
          en: `The provisional permit ended on ${until}. Stop it and set its state to cancelled, or cite the local regulation that has been made since.`,
        },
      },
    ];
  },
};

/** What to say of a permit without an end, which began on `from` and may run until `latest` where that is known. */
function noEnd(from: string | undefined, latest: string | undefined, date: string): Words {
  if (latest !== undefined && latest < date)
    return {
      zh: `临时性许可没有写明到期日，从 ${from} 实施到现在已超过一年。请停止实施；由法律、法规设定的，改写清理结论和依据。`,
      en: `The provisional permit names no end and has run since ${from}, over a year. Stop it; if a law or regulation establishes it, mend the clean-up decision and the basis.`,
    };
  return {
    zh: `临时性许可没有写明到期日。请填写 basics.cleanUp.until，${latest === undefined ? '自实施起不超过一年' : `不晚于 ${latest}`}；由法律、法规设定的，改写清理结论和依据。`,
    en: `The provisional permit names no end. Give basics.cleanUp.until, ${latest === undefined ? 'within a year of its start' : `${latest} at the latest`}; if a law or regulation establishes it, mend the clean-up decision and the basis.`,
  };
}

/** Kinds that create no lasting permit. */
const insufficient: ReadonlySet<LawKind> = new Set<LawKind>([
  'provincial-rule',
  'department-rule',
  'local-rule',
  'normative-document',
]);

function endOn(latest: string): Pick<Finding, 'fix'> {
  return {
    fix: {
      title: { zh: `到期日写为 ${latest}`, en: `End it on ${latest}` },
      edits: [{ kind: 'set', path: untilPath, value: latest }],
    },
  };
}

/** Where the provincial rule is cited that a permit rests on and on nothing better; an unknown law may be better. */
function provincialRule(item: Draft<Item>, lookups: Lookups): Path | undefined {
  if (!isPermit(item)) return undefined;
  const establishing = establishingBases(item, lookups);
  if (!establishing.every(({ kind }) => kind !== undefined && insufficient.has(kind))) return undefined;
  const rule = establishing.find(({ kind }) => kind === 'provincial-rule');
  return rule && ['legalBasis', rule.i, 'law'];
}

/** The same day a year later, 2027-01-05 for 2026-01-05; for 29 February the 28th. */
function yearAfter(day: string): string {
  const monthAndDay = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return `${Number(day.slice(0, 4)) + 1}${monthAndDay}`;
}

import type { Law } from '../../../catalogue/index.ts';
import { lawInForce, type InForce } from '../../../model/lawInForce.ts';
import type { Path } from '../../../model/path.ts';
import type { Words } from '../../../model/schemas.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { eachCitation } from './eachCitation.ts';

const oldLaw = {
  id: 'old',
  title: '旧办法',
  kind: 'administrative-regulation' as const,
  versions: [{ id: 'y1990', effective: '1990-01-01', repealed: '2020-05-01' }],
};
const comingLaw = {
  id: 'coming',
  title: '新办法',
  kind: 'administrative-regulation' as const,
  versions: [{ id: 'y2026', effective: '2026-12-01' }],
};

export const basisInForce: ItemRule = {
  id: 'basis-in-force',
  family: 'basis',
  scope: 'item',
  severity: 'warning',
  title: { zh: '所引法规现行有效', en: 'A law that is cited is in force' },
  why: {
    zh: '依据已经废止或者还没有施行的，照它办事没有法律效力。改引现行的法规并核对条文；没有替代的，删去由它而来的内容。',
    en: 'What rests on a law that is repealed, or not yet in force, has no force. Cite what is in force now and verify the articles; where nothing replaced it, take out what came from it.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 4 },
    { law: 'administrative-licensing-law', article: 8, paragraph: 2 },
  ],
  good: [
    {
      name: 'in force',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }] },
    },
    {
      name: 'repealed later than the day of the check',
      date: '2020-04-30',
      laws: [oldLaw],
      item: { legalBasis: [{ id: 'a', law: 'old', article: 3, role: 'establishes' }] },
    },
    {
      name: 'an item that begins with its law',
      laws: [comingLaw],
      item: {
        inForce: { from: '2026-12-01' },
        legalBasis: [{ id: 'a', law: 'coming', article: 3, role: 'establishes' }],
      },
    },
    {
      name: 'a law that was revised, not repealed',
      laws: [
        {
          id: 'revised',
          versions: [
            { id: 'y1990', effective: '1990-01-01', repealed: '2020-05-01' },
            { id: 'y2020', effective: '2020-05-01' },
          ],
        },
      ],
      item: { legalBasis: [{ id: 'a', law: 'revised', article: 3, role: 'establishes' }] },
    },
    {
      name: 'nobody knows when the law took effect',
      laws: [{ id: 'undated', versions: [{ id: 'y2000' }] }],
      item: { legalBasis: [{ id: 'a', law: 'undated', article: 3, role: 'establishes' }] },
    },
    {
      name: 'an item that was cancelled with its law',
      laws: [oldLaw],
      item: {
        basics: { state: 'cancelled' },
        legalBasis: [{ id: 'a', law: 'old', article: 3, role: 'establishes' }],
      },
    },
  ],
  bad: [
    {
      name: 'repealed',
      laws: [oldLaw],
      item: { legalBasis: [{ id: 'a', law: 'old', article: 3, role: 'establishes' }] },
      at: ['legalBasis', 0, 'law'],
    },
    {
      name: 'not yet in force',
      laws: [comingLaw],
      item: { legalBasis: [{ id: 'a', law: 'coming', article: 3, role: 'implements' }] },
      at: ['legalBasis', 0, 'law'],
    },
    {
      name: 'told once, where it is cited first',
      laws: [oldLaw],
      item: {
        conditions: {
          grant: [{ id: 'a', text: '有场所。', basis: [{ law: 'a-law' }, { law: 'old', article: 8 }] }],
        },
        materials: { list: [{ id: 'm', name: '场所证明', basis: [{ law: 'old', article: 9 }] }] },
      },
      at: ['conditions', 'grant', 0, 'basis', 1, 'law'],
    },
  ],
  mutations: [
    {
      name: 'what asks for a material is repealed',
      others: {
        'laws/road-traffic-safety-law.yaml': [
          { kind: 'set', path: ['versions', 1, 'repealed'], value: '2026-01-01' },
        ],
      },
    },
  ],
  check(item, { lookups, date }) {
    if (item.basics?.state === 'cancelled') return [];
    const from = item.inForce?.from ?? date;
    const day = from > date ? from : date;
    const cited = new Map<string, Cited>();
    eachCitation(item, (id, citation, path) => {
      const law = lookups.law(id);
      const is = law && lawInForce(law.versions ?? [], day);
      if (law === undefined || is === undefined || is.kind === 'in-force') return;
      if (is.kind === 'not-yet' && (is.from === undefined || is.perhaps.length > 0)) return;
      const before = cited.get(id);
      const establishes = 'role' in citation && citation.role === 'establishes';
      if (before === undefined) cited.set(id, { law, is, path, times: 1, establishes });
      else before.times++;
      if (establishes && before?.establishes === false) {
        before.path = path;
        before.establishes = true;
      }
    });
    return [...cited.values()].map(({ law, is, ...place }): Finding => {
      const places = place.times === 1 ? { zh: '', en: '' } : inPlaces(place.times);
      return {
        path: [...place.path(), 'law'],
        // Without what creates it there is no permit; the other places are to be verified one by one.
        ...(place.establishes && { severity: 'error' }),
        message:
          is.kind === 'repealed'
            ? {
                zh: `《${law.title}》已于 ${is.since} 废止${places.zh}。请改引现行的法规并核对条文；没有替代的，删去由它而来的内容。`,
                en: `"${law.title}" was repealed on ${is.since}${places.en}. Cite what is in force now and verify the articles; where nothing replaced it, take out what came from it.`,
              }
            : {
                zh: `《${law.title}》到 ${is.from} 才施行${places.zh}，现在还不是依据。请引用现行的法规，或者让本规程从那一天起施行。`,
                en: `"${law.title}" takes effect on ${is.from}${places.en} and is no basis yet. Cite what is in force now, or let this procedure begin on that day.`,
              },
      };
    });
  },
};

interface Cited {
  law: Law;
  is: Exclude<InForce, { kind: 'in-force' }>;
  /** Where a law is cited first, or where it first establishes the item. */
  path: () => Path;
  times: number;
  establishes: boolean;
}

function inPlaces(times: number): Words {
  return { zh: `，本规程引用了 ${times} 处`, en: `, and is cited in ${times} places` };
}

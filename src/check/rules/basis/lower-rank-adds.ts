import type { Citations } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import { clipped } from '../clipped.ts';
import { isBelow, lawInWords, type LawKind } from '../rank.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { establishingBases, isPermit } from './establishingBases.ts';

/**
 * Whose details are looked at: of an administrative regulation nobody at a service centre can judge whether it goes
 * beyond its law, and of normative documents, which may not even detail, other rules speak.
 */
const mayNotAdd: ReadonlySet<LawKind> = new Set<LawKind>([
  'local-regulation',
  'department-rule',
  'provincial-rule',
  'local-rule',
]);

/**
 * A lower law may detail a permit, and whether it details or adds no machine can tell: so this asks that the law be
 * among the item's bases, where reviewers see it.
 */
export const lowerRankAdds: ItemRule = {
  id: 'lower-rank-adds',
  family: 'basis',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '只以下位法为依据的条件、材料，该下位法列为实施依据',
    en: 'A condition or material that rests on a lower law only has that law among the bases',
  },
  why: {
    zh: '下位法只能细化上位法设定的条件，不得增设。属于细化的，把它列入法律依据，作用写“实施”；属于增设的，删去并提出异议。',
    en: 'A lower law may detail the conditions that a higher one sets and may not add any. If it details them, list it among the bases as implementing; if it adds, take it out and object.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 16, paragraph: 4 }],
  good: [
    {
      name: 'a rule that is listed as implementing',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, role: 'establishes' },
          { id: 'b', law: 'a-department-rule', article: 8, role: 'implements' },
        ],
        conditions: {
          grant: [{ id: 'c', text: '有场所。', basis: [{ law: 'a-department-rule', article: 8 }] }],
        },
      },
    },
    {
      name: 'a rule beside the law',
      item: {
        legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }],
        conditions: {
          grant: [
            {
              id: 'c',
              text: '有场所。',
              basis: [
                { law: 'a-department-rule', article: 8 },
                { law: 'a-law', article: 8 },
              ],
            },
          ],
        },
      },
    },
    {
      name: 'an administrative regulation under its law',
      item: {
        legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }],
        materials: { list: [{ id: 'm', name: '方案', basis: [{ law: 'a-regulation', article: 8 }] }] },
      },
    },
    {
      name: 'another law of the same rank',
      item: {
        legalBasis: [{ id: 'a', law: 'a-regulation', article: 3, role: 'establishes' }],
        materials: { list: [{ id: 'm', name: '方案', basis: [{ law: 'a-decision' }] }] },
      },
    },
    {
      name: 'nobody knows yet what establishes it',
      item: {
        conditions: {
          grant: [{ id: 'c', text: '有场所。', basis: [{ law: 'a-department-rule', article: 8 }] }],
        },
      },
    },
  ],
  bad: [
    {
      name: 'a condition by a department rule alone',
      item: {
        legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes' }],
        conditions: {
          grant: [{ id: 'c', text: '有场所。', basis: [{ law: 'a-department-rule', article: 8 }] }],
        },
      },
      at: ['conditions', 'grant', 0, 'basis', 0, 'law'],
    },
    {
      name: 'two materials by one local regulation, told once',
      item: {
        legalBasis: [{ id: 'a', law: 'a-regulation', article: 3, role: 'establishes' }],
        materials: {
          list: [
            { id: 'm', name: '方案', basis: [{ law: 'a-local-regulation', article: 8 }] },
            { id: 'n', name: '图纸', basis: [{ law: 'a-local-regulation', article: 19 }] },
          ],
        },
      },
      at: ['materials', 'list', 0, 'basis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'a condition by a department rule alone',
      edits: [
        {
          kind: 'set',
          path: ['conditions', 'grant', 1, 'basis', 0],
          value: { law: 'a-department-rule', article: 8 },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    if (!isPermit(item)) return [];
    const bases = item.legalBasis ?? [];
    const establishing = establishingBases(item, lookups).map(({ kind }) => kind);
    const found = new Map<string, { path: Path; names: string[] }>();
    const judge = (basis: Draft<Citations> | undefined, path: Path, name: string) => {
      for (const { law } of basis ?? []) {
        const kind = lookups.law(law ?? '')?.kind;
        const lower =
          kind !== undefined &&
          mayNotAdd.has(kind) &&
          establishing.length > 0 &&
          establishing.every((upper) => upper !== undefined && isBelow(kind, upper)) &&
          !bases.some((one) => one.law === law && one.role !== 'supervises');
        if (!lower) return;
      }
      const id = basis?.[0]?.law;
      if (id === undefined) return;
      const before = found.get(id);
      if (before === undefined) found.set(id, { path: [...path, 'basis', 0, 'law'], names: [name] });
      else before.names.push(name);
    };
    (item.conditions?.grant ?? []).forEach((condition, i) =>
      judge(condition.basis, ['conditions', 'grant', i], condition.text ?? condition.id ?? ''),
    );
    (item.materials?.list ?? []).forEach((material, i) =>
      judge(material.basis, ['materials', 'list', i], material.name ?? material.id ?? ''),
    );
    return [...found].map(([id, { path, names }]): Finding => {
      const law = lawInWords(id, lookups);
      const some = names.length === 1 ? '' : `等 ${names.length} 处`;
      return {
        path,
        message: {
          zh: `“${clipped(names[0]!)}”${some}只以${law.zh}为依据，低于设定本许可的法规，又没有列入法律依据。属于细化的，在 legalBasis 中列为 implements（实施）；属于增设的，删去并向制定机关提出异议。`,
          en: `${names.length === 1 ? 'A condition or material rests' : `${names.length} conditions and materials rest`} on ${law.en} alone, which ranks below what establishes the permit and is not among its bases. If it details the law, list it in legalBasis as implements; if it adds, take it out and object.`,
        },
      };
    });
  },
};

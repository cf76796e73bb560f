import type { Lookups } from '../../catalogue/index.ts';
import type { Citations, LawFile } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import { labelOf } from '../../model/field.ts';
import { schemas, type Words } from '../../model/schemas.ts';

export type LawKind = LawFile['kind'];

/** A law's title and kind in words, for messages: 《…》（部门规章）. */
export function lawInWords(id: string, lookups: Lookups): Words {
  const law = lookups.law(id);
  if (law === undefined) return { zh: `“${id}”`, en: `"${id}"` };
  const kind = labelOf(schemas.law.properties!['kind']!, law.kind);
  return { zh: `《${law.title}》（${kind.zh}）`, en: `"${law.title}" (${kind.en})` };
}

/**
 * Kinds by the force of what they say, by Legislation Law Art. 98 to 102; 0 is the highest. Between department
 * rules and local regulations it sets no order, so here neither yields.
 */
const ranks: Readonly<Record<LawKind, number>> = {
  constitution: 0,
  law: 1,
  'administrative-regulation': 2,
  'state-council-decision': 2,
  'local-regulation': 3,
  'department-rule': 3,
  'provincial-rule': 4,
  'local-rule': 4,
  'normative-document': 5,
};

/** Whether what `kind` says yields to what `upper` says. */
export function isBelow(kind: LawKind, upper: LawKind): boolean {
  return ranks[kind] > ranks[upper];
}

/** What the Licensing Law means by “法律、行政法规”: of fees, of allotment and of tenders only these may say otherwise. */
export const lawOrAdministrativeRegulation: ReadonlySet<LawKind> = new Set<LawKind>([
  'constitution',
  'law',
  'administrative-regulation',
]);

/** Laws, regulations and State Council decisions: what the Business Environment Regulation calls a sufficient basis. */
export const regulationOrAbove: ReadonlySet<LawKind> = new Set<LawKind>([
  'constitution',
  'law',
  'administrative-regulation',
  'local-regulation',
  'state-council-decision',
]);

/** The same and the rules of departments and governments: all but normative documents. */
export const ruleOrAbove: ReadonlySet<LawKind> = new Set<LawKind>([
  ...regulationOrAbove,
  'department-rule',
  'provincial-rule',
  'local-rule',
]);

/**
 * The first law cited, in words, when no law cited is of a kind in `sufficient`. Nothing where nothing is cited,
 * which the schema tells, or where a law is not registered, which is told as an unresolved reference.
 */
export function insufficientBasis(
  citations: Draft<Citations> | undefined,
  sufficient: ReadonlySet<LawKind>,
  lookups: Lookups,
): Words | undefined {
  const ids = (citations ?? []).map((citation) => citation.law ?? '');
  const kinds = ids.map((id) => lookups.law(id)?.kind);
  const [first] = ids;
  if (first === undefined || kinds.some((kind) => kind === undefined || sufficient.has(kind)))
    return undefined;
  return lawInWords(first, lookups);
}

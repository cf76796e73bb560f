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

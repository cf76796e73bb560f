import type { Lookups } from '../../catalogue/index.ts';
import type { LawFile } from '../../model/generated/schemas.ts';
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

import type { Citation } from '../../../model/generated/schemas.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import { schemas } from '../../../model/schemas.ts';
import { eachField } from '../eachField.ts';

/** A citation is what has a law, wherever the schema has one. */
const citations = eachField(schemas.item, (field) => field.properties?.['law'] !== undefined);

/** Calls `see` with every citation of an item that names its law, those of `legalBasis` first. */
export function eachCitation(
  item: Draft<Item>,
  see: (law: string, citation: Draft<Citation>, path: () => Path) => void,
): void {
  citations(item, (value, path) => {
    const citation = value as Draft<Citation>;
    if (typeof citation.law === 'string') see(citation.law, citation, path);
  });
}

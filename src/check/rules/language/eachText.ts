import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import { schemas } from '../../../model/schemas.ts';
import { eachField } from '../eachField.ts';

/** Parts of an item that are not written for its readers, or quote others. */
const notProse = new Set(['id', 'inForce', 'legalBasis', 'staff', 'promulgation', 'sources']);
/** Strings that are codes, addresses or ways through a choice, which no rule of language can judge. */
const isProse = eachField(
  {
    ...schemas.item,
    properties: Object.fromEntries(
      Object.entries(schemas.item.properties ?? {}).filter(([key]) => !notProse.has(key)),
    ),
  },
  (field) =>
    field.type === 'string' &&
    field.pattern === undefined &&
    field.enum === undefined &&
    field.const === undefined &&
    field['x-ref'] === undefined,
);

/** Calls `see` with every text of an item that its readers see, in the order of the schema, which is the page's. */
export function eachText(item: Draft<Item>, see: (text: string, path: () => Path) => void): void {
  isProse(item, (value, path) => {
    if (typeof value === 'string') see(value, path);
  });
}

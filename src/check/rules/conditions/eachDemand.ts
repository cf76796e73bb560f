import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';

/** Calls `see` with every text in which an item may ask something of its applicants: conditions, then materials. */
export function eachDemand(item: Draft<Item>, see: (text: string, path: Path) => void): void {
  (item.conditions?.grant ?? []).forEach(({ text }, i) => {
    if (text !== undefined) see(text, ['conditions', 'grant', i, 'text']);
  });
  (item.materials?.list ?? []).forEach((material, i) => {
    for (const key of ['name', 'notes', 'acceptance'] as const) {
      const text = material[key];
      if (text !== undefined) see(text, ['materials', 'list', i, key]);
    }
  });
}

import type { Citation } from '../../../model/generated/schemas.ts';
import type { Draft, Item } from '../../../model/item.ts';

/** What the statutory limit rests on: its own citations, and the item's legal bases that are said to cover the limit. */
export function statutoryBasis(item: Draft<Item>): Draft<Citation>[] {
  return [
    ...(item.limits?.statutory?.basis ?? []),
    ...(item.legalBasis ?? []).filter(({ covers = [] }) => covers.includes('limit')),
  ];
}

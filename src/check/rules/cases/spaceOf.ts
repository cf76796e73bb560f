import type { Draft, Item } from '../../../model/item.ts';
import { caseSpace, type CaseSpace } from '../../../procedure/index.ts';

/** The last one is all that is kept: rules look at one item after the other. */
let last: { item: Draft<Item>; space: CaseSpace } | undefined;

/** The cases of an item, parted once for all rules of a check, which does not change the items that it reads. */
export function spaceOf(item: Draft<Item>): CaseSpace {
  if (last?.item !== item) last = { item, space: caseSpace(item) };
  return last.space;
}

import type { Draft, Item } from '../../../model/item.ts';
import { caseSpace, type CaseSpace } from '../../../procedure/index.ts';

const known = new WeakMap<Draft<Item>, CaseSpace>();

/** The cases of an item, parted once for all rules of a check, which does not change the items that it reads. */
export function spaceOf(item: Draft<Item>): CaseSpace {
  let space = known.get(item);
  if (space === undefined) known.set(item, (space = caseSpace(item)));
  return space;
}

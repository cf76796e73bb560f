import type { Draft, Item } from '../../../model/item.ts';

/** Whether several bodies handle an item together, which has limits of its own (Licensing Law Art. 26 and 42). */
export function isJoint(item: Draft<Item>): boolean {
  return (item.authority?.joint ?? []).length > 1;
}

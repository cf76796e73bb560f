import type { When } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';

/** The condition of an element. */
export function whenOf({ when }: { when?: Draft<When> }): Draft<When> | undefined {
  return when;
}

import type { Draft, Item } from '../model/item.ts';
import type { Path } from '../model/path.ts';
import { isMap, listOf } from './elements.ts';

/** One `when` of an item. */
export interface Condition {
  /** Where the element stands that has it. */
  path: Path;
  when: Record<string, unknown>;
  /** The `when` of the fee around it, which has to hold as well. */
  within?: Record<string, unknown>;
}

/** Every `when` that an item has: of conditions, materials, steps, limits, fees, their terms and reductions. */
export function whensOf(item: Draft<Item>): Condition[] {
  const out: Condition[] = [];
  const collect = (path: Path, list: { when?: unknown }[], within?: unknown) => {
    for (const [i, { when }] of list.entries())
      if (isMap(when)) out.push({ path: [...path, i], when, ...(isMap(within) && { within }) });
  };
  collect(['conditions', 'grant'], listOf(item.conditions?.grant));
  collect(['materials', 'list'], listOf(item.materials?.list));
  collect(['procedure', 'steps'], listOf(item.procedure?.steps));
  collect(['limits', 'cases'], listOf(item.limits?.cases));
  const fees = listOf(item.fees?.list);
  collect(['fees', 'list'], fees);
  for (const [i, { when, standard, reductions }] of fees.entries()) {
    if (isMap(standard) && standard.kind === 'formula')
      collect(['fees', 'list', i, 'standard', 'terms'], listOf(standard.terms), when);
    collect(['fees', 'list', i, 'reductions'], listOf(reductions), when);
  }
  return out;
}

import type { Bundle } from '../model/bundle.ts';
import type { Draft } from '../model/item.ts';
import type { EffectiveItem, Lookups } from './types.ts';

/** The guide of an item in a division, or in the nearest division above that implements it. */
export type GuideFinder = (item: string, division: string) => EffectiveItem | undefined;

/** Looks guides up in constant time a level. */
export function guideFinder(guides: readonly EffectiveItem[], lookups: Lookups): GuideFinder {
  const byPlace = new Map(guides.map((guide) => [`${guide.division}/${guide.id}`, guide]));
  return (item, division) => {
    for (const code of lookups.divisionChain(division)) {
      const found = byPlace.get(`${code}/${item}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/**
 * The items of a bundle's members as they hold for an applicant in `division`, by the id of the item. Where a
 * county does not implement one, the city above it does.
 */
export function memberItems(
  bundle: Draft<Bundle>,
  division: string,
  find: GuideFinder,
): Map<string, EffectiveItem> {
  const out = new Map<string, EffectiveItem>();
  for (const { item } of bundle.members ?? []) {
    const found = item === undefined ? undefined : find(item, division);
    if (found !== undefined) out.set(found.id, found);
  }
  return out;
}

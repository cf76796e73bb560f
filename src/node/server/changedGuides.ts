import type { ReviewView } from '../../api/index.ts';
import type { EffectiveItem } from '../../catalogue/index.ts';
import { renderGuidePage } from '../../guide/index.ts';
import type { Checked } from './compareFindings.ts';

const rendered = new WeakMap<Checked, ReadonlyMap<string, string>>();

/**
 * Guides whose page is not the same in both catalogues, be it by their item or by a law, agency or window that
 * they name; ordered as the catalogue has them, those that are gone last.
 */
export function changedGuides(before: Checked, after: Checked): ReviewView['touched'] {
  const [old, now] = [pages(before), pages(after)];
  const changed = after.catalogue.guides.filter((guide) => old.get(key(guide)) !== now.get(key(guide)));
  const gone = before.catalogue.guides.filter((guide) => !now.has(key(guide)));
  return [...changed, ...gone].map((guide) => guideLine(guide, after));
}

/** A guide as lists name it; divisions have the names of `catalogue`. */
export function guideLine(
  { id, division, item }: EffectiveItem,
  { catalogue }: Checked,
): ReviewView['touched'][number] {
  return {
    id,
    division,
    name: item.basics?.name ?? id,
    divisionName: catalogue.lookups.divisionName(division),
  };
}

/** The page of every guide by division and item. */
function pages(checked: Checked): ReadonlyMap<string, string> {
  let found = rendered.get(checked);
  if (found === undefined) {
    const { guides, lookups } = checked.catalogue;
    found = new Map(guides.map((guide) => [key(guide), renderGuidePage(guide, lookups, { preview: true })]));
    rendered.set(checked, found);
  }
  return found;
}

function key({ division, id }: EffectiveItem): string {
  return `${division}/${id}`;
}

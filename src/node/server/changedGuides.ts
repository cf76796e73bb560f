import type { ReviewView } from '../../api/index.ts';
import type { EffectiveItem } from '../../catalogue/index.ts';
import type { Checked } from './compareFindings.ts';

type GuideRef = ReviewView['touched'][number];

function key({ division, id }: EffectiveItem): string {
  return `${division}/${id}`;
}

/** Guides of either catalogue that do not say the same in both, ordered as the catalogue has them. */
export function changedGuides(before: Checked, after: Checked): GuideRef[] {
  const old = new Map(before.catalogue.guides.map((guide) => [key(guide), guide]));
  const now = new Map(after.catalogue.guides.map((guide) => [key(guide), guide]));
  const changed = [...now.values()].filter((guide) => {
    const was = old.get(key(guide));
    return was === undefined || JSON.stringify(was.item) !== JSON.stringify(guide.item);
  });
  const gone = [...old.values()].filter((guide) => !now.has(key(guide)));
  return [...changed, ...gone].map(({ id, division, item }) => ({
    id,
    division,
    name: item.basics?.name ?? id,
    divisionName: after.catalogue.lookups.divisionName(division),
  }));
}

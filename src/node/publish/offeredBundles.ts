import {
  guideFinder,
  memberItems,
  type EffectiveItem,
  type Lookups,
  type Source,
} from '../../catalogue/index.ts';
import { bundlePath, bundleView, guidePath, type BundleView, type GuideLine } from '../../guide/index.ts';
import type { Bundle } from '../../model/bundle.ts';
import { searchEntry, type SearchEntry } from '../../search/index.ts';

/** `bundles` in every division that offers them, each made of `guides`. */
export function offeredBundles(
  bundles: readonly Source<Bundle>[],
  guides: readonly EffectiveItem[],
  lookups: Lookups,
): BundleView[] {
  const find = guideFinder(guides, lookups);
  return bundles.flatMap(({ value: bundle }) =>
    (bundle.divisions ?? []).map((division) =>
      bundleView({
        bundle,
        division,
        items: memberItems(bundle, division, find),
        lookups,
        pathOf: (item) => {
          const guide = find(item, division);
          return guide && guidePath(guide);
        },
      }),
    ),
  );
}

/** A bundle as a line of a list. */
export function bundleLine(view: BundleView): GuideLine {
  return {
    path: bundlePath(view),
    id: view.id,
    name: `${view.name}一件事`,
    everydayName: view.everydayName,
    summary: view.summary,
    division: view.division,
    divisionName: view.divisionName,
    authority: `${view.members.length} 个事项一起办`,
    agency: view.lead.agency,
    promised: view.promised,
    fee: view.members.every(({ fee }) => fee === '不收费') ? '不收费' : '收费',
    themes: view.themes,
  };
}

/** A bundle as search knows it: found by what it contains, too. */
export function bundleEntry(view: BundleView): SearchEntry {
  const { path, division, divisionName, name, everydayName, themes, authority, promised, fee } =
    bundleLine(view);
  return searchEntry({
    path,
    division,
    divisionName,
    name,
    everydayName,
    synonyms: view.synonyms,
    materials: [...view.members.map((member) => member.name), ...view.materials.map(({ text }) => text)],
    laws: [],
    themes,
    authority,
    promised,
    fee,
  });
}

import type { PublishView } from '../../../api/index.ts';
import { guidePath } from '../../../guide/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import { guideLine, namesOneOf } from '../drafts/changedGuides.ts';

/**
 * Guides whose page on the site (`shown`: hash by path), or a form that it links to, is not that of the site that
 * would be published (`hashes`, likewise), as the catalogue `now` has them; those that a publish would take away
 * last, by their names in `before`, the catalogue that is shown.
 */
export function pendingGuides(
  hashes: Readonly<Record<string, string>>,
  shown: Readonly<Record<string, string>>,
  now: Catalogue,
  before: Catalogue | undefined,
): PublishView['pending'] {
  const isNew = (path: string) => hashes[path] !== undefined && hashes[path] !== shown[path];
  const forms = new Set(Object.keys(hashes).filter((path) => path.startsWith('forms/') && isNew(path)));
  const changed = now.guides.filter(
    (guide) =>
      isNew(guidePath(guide)) ||
      (hashes[guidePath(guide)] !== undefined && namesOneOf(forms, guide, now.lookups)),
  );
  const gone = (before?.guides ?? []).filter((guide) => {
    const path = guidePath(guide);
    return shown[path] !== undefined && hashes[path] === undefined;
  });
  return [...changed, ...gone].map((guide) => guideLine(guide, { catalogue: now }));
}

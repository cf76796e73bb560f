import type { PublishView } from '../../../api/index.ts';
import { guidePath } from '../../../guide/index.ts';
import type { PlannedSite } from '../../publish/index.ts';
import { guideLine, namesOneOf } from '../drafts/changedGuides.ts';
import type { Checked } from '../drafts/compareFindings.ts';

/**
 * Guides whose page on the site (`shown`: hash by path), or a form that it links to, is not that of `planned`, as
 * the catalogue `now` has them; those that a publish would take away last, by their names in `before`, the
 * catalogue that is shown.
 */
export function pendingGuides(
  { hashes }: PlannedSite,
  shown: Readonly<Record<string, string>>,
  now: Checked,
  before: Checked | undefined,
): PublishView['pending'] {
  const isNew = (path: string) => hashes[path] !== undefined && hashes[path] !== shown[path];
  const forms = new Set(Object.keys(hashes).filter((path) => path.startsWith('forms/') && isNew(path)));
  const changed = now.catalogue.guides.filter(
    (guide) =>
      isNew(guidePath(guide)) ||
      (hashes[guidePath(guide)] !== undefined && namesOneOf(forms, guide, now.catalogue.lookups)),
  );
  const gone = (before?.catalogue.guides ?? []).filter((guide) => {
    const path = guidePath(guide);
    return shown[path] !== undefined && hashes[path] === undefined;
  });
  return [...changed, ...gone].map((guide) => guideLine(guide, now));
}

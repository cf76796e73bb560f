import type { ReviewView } from '../../../api/index.ts';
import { namedFiles, placeOf, type EffectiveItem, type Lookups } from '../../../catalogue/index.ts';
import { renderGuidePage } from '../../../guide/index.ts';
import type { Checked } from './compareFindings.ts';
import { sameBytes } from '../../files/index.ts';

const rendered = new WeakMap<Checked, ReadonlyMap<string, string>>();

/**
 * Guides that readers do not find as they were: their page differs, be it by their item or by a law, agency or
 * window that they name, or a form that it links to. Ordered as the catalogue has them, those that are gone last.
 */
export function changedGuides(before: Checked, after: Checked): ReviewView['touched'] {
  const [old, now] = [pages(before), pages(after)];
  const files = changedAttachments(before, after);
  const changed = after.catalogue.guides.filter(
    (guide) =>
      old.get(key(guide)) !== now.get(key(guide)) || namesOneOf(files, guide, after.catalogue.lookups),
  );
  const gone = before.catalogue.guides.filter((guide) => !now.has(key(guide)));
  return [...changed, ...gone].map((guide) => guideLine(guide, after));
}

/** A guide as lists name it; divisions have the names of `catalogue`. */
export function guideLine(
  { id, division, item }: EffectiveItem,
  { catalogue }: Pick<Checked, 'catalogue'>,
): ReviewView['touched'][number] {
  return {
    id,
    division,
    name: item.basics?.name ?? id,
    divisionName: catalogue.lookups.divisionName(division),
  };
}

/** Whether the item of `guide` links to one of the attachments `files`. */
export function namesOneOf(
  files: ReadonlySet<string>,
  { item }: EffectiveItem,
  { shape }: Pick<Lookups, 'shape'>,
): boolean {
  return files.size > 0 && namedFiles('item', item, shape).some(({ file }) => files.has(file));
}

/** Attachments that are in both catalogues and are not the same; one that comes or goes changes the page. */
function changedAttachments({ catalogue: old }: Checked, { catalogue: now }: Checked): Set<string> {
  return new Set(
    [...now.files].flatMap(([path, bytes]) => {
      const was = old.files.get(path);
      const isChanged = placeOf(path).kind === 'attachment' && was !== undefined && !sameBytes(was, bytes);
      return isChanged ? [path] : [];
    }),
  );
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

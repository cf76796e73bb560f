import type { Catalogue, EffectiveItem } from '../../catalogue/index.ts';
import { divisionOf } from '../../catalogue/index.ts';

/**
 * Agencies that decide jointly on the items of `files`, as they stand or as they are to be, those that lead left out:
 * of a base or layer those of the division that it is written for, since no other is known by it. A function that no
 * agency of the division carries has nobody to countersign.
 */
export function jointBodies(files: ReadonlySet<string>, ...catalogues: readonly Catalogue[]): string[] {
  const found = catalogues.flatMap((catalogue) =>
    [...catalogue.guides, ...catalogue.bases]
      .filter((guide) => isOf(files, guide, catalogue))
      .flatMap((guide) => bodiesOf(guide, catalogue)),
  );
  return [...new Set(found)].sort();
}

/** Whether one of `files` is what `guide` says in its own division. */
function isOf(
  files: ReadonlySet<string>,
  { files: merged, division }: EffectiveItem,
  { sources }: Catalogue,
): boolean {
  return merged.some((file) => {
    const source = sources.get(file);
    return files.has(file) && source !== undefined && divisionOf(source) === division;
  });
}

function bodiesOf({ item, division }: EffectiveItem, { lookups }: Catalogue): string[] {
  return (item.authority?.joint ?? []).flatMap((body) => {
    if (body === undefined || body.lead === true) return [];
    const id = body.agency ?? (body.department && lookups.agencyFor(body.department, division)?.id);
    return id === undefined || id === '' ? [] : [id];
  });
}

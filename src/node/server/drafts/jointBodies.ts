import type { Catalogue, EffectiveItem, Lookups } from '../../../catalogue/index.ts';
import { divisionOf, guideFinder, memberItems } from '../../../catalogue/index.ts';
import type { Bundle } from '../../../model/bundle.ts';
import type { Draft } from '../../../model/item.ts';

/**
 * Agencies that decide jointly on the items of `files`, as they stand or as they are to be, those that lead left out:
 * of a base or layer those of the division that it is written for, since no other is known by it; of a bundle those
 * that decide on its members wherever it is offered. A function that no agency of the division carries has nobody to
 * countersign.
 */
export function jointBodies(files: ReadonlySet<string>, ...catalogues: readonly Catalogue[]): string[] {
  const found = catalogues.flatMap((catalogue) =>
    [...catalogue.guides, ...catalogue.bases]
      .filter((guide) => isOf(files, guide, catalogue))
      .flatMap((guide) => bodiesOf(guide, catalogue))
      .concat(
        catalogue.bundles
          .filter(({ path }) => files.has(path))
          .flatMap(({ value }) => bodiesOfBundle(value, catalogue)),
      ),
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
    return agencyOf(body, division, lookups);
  });
}

/** Who decides on the members of a bundle where it is offered; its lead there has its own review. */
function bodiesOfBundle(bundle: Draft<Bundle>, { guides, lookups }: Catalogue): string[] {
  const find = guideFinder(guides, lookups);
  return (bundle.divisions ?? []).flatMap((code) => {
    if (code === undefined) return [];
    const leads = agencyOf(bundle.lead, code, lookups);
    return [...memberItems(bundle, code, find).values()]
      .flatMap(({ item, division }) => agencyOf(item.authority?.decides, division, lookups))
      .filter((id) => !leads.includes(id));
  });
}

/** The agency that is named, or that carries the function that is; none or one. */
function agencyOf(
  body: { agency?: string; department?: string } | undefined,
  division: string,
  lookups: Lookups,
): string[] {
  const id = body?.agency ?? (body?.department && lookups.agencyFor(body.department, division)?.id);
  return id === undefined || id === '' ? [] : [id];
}

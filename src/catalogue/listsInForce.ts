import type { ListFile } from '../model/generated/schemas.ts';
import type { Catalogue, EffectiveItem, Source } from './types.ts';

/** Code of permits in the list of item types. */
export const permitType = '01';

/** The list of permits of each division that is in force on `date`: the newest that has come into force. */
export function listsInForce(
  { sources }: Pick<Catalogue, 'sources'>,
  date: string,
): Map<string, Source<ListFile>> {
  const inForce = new Map<string, Source<ListFile>>();
  for (const source of sources.values()) {
    if (source.kind !== 'list') continue;
    // The kind tells the type of the value.
    const list = source as Source<ListFile>;
    const { division, date: from } = list.value;
    if (division === undefined || from === undefined || from > date) continue;
    if ((inForce.get(division)?.value.date ?? '') < from) inForce.set(division, list);
  }
  return inForce;
}

/**
 * The guides of permits that the list of their division leaves out, or says are cancelled, merged or delegated
 * away: none of them may be published as a permit. A division without a list is not judged by one.
 */
export function unlistedPermits(
  catalogue: Pick<Catalogue, 'sources' | 'guides'>,
  date: string,
): Set<EffectiveItem> {
  const kept = new Map(
    [...listsInForce(catalogue, date)].map(([division, { value }]) => [
      division,
      new Set((value.lines ?? []).filter(({ decision }) => !ends.has(decision)).map(({ id }) => id)),
    ]),
  );
  return new Set(
    catalogue.guides.filter(
      ({ id, division, item }) =>
        item.basics?.type === permitType && kept.has(division) && !kept.get(division)!.has(id),
    ),
  );
}

/** Decisions by which a division no longer handles a permit by itself. */
const ends: ReadonlySet<string | undefined> = new Set(['cancel', 'merge', 'delegate']);

import type { Lookups } from '../../catalogue/index.ts';
import type { Citations, Days } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import { weekParts } from '../../procedure/index.ts';
import type { LawKind } from './rank.ts';

const licensingLaw = 'administrative-licensing-law';

/**
 * Whether a law of a kind in `sufficient` is cited that is not the Licensing Law: where the latter yields to what
 * “法律、法规另有规定”, it does not mean itself. A law that is not registered counts, since that is told elsewhere.
 */
export function isSetOtherwise(
  basis: Draft<Citations> | undefined,
  sufficient: ReadonlySet<LawKind>,
  lookups: Lookups,
): boolean {
  return (basis ?? []).some(({ law = '' }) => {
    if (law === licensingLaw) return false;
    const kind = lookups.law(law)?.kind;
    return kind === undefined || sufficient.has(kind);
  });
}

/** Whether a period surely lasts more than `workingDays`; calendar days compare as seven to five working days. */
export function isLongerThan(period: Draft<Days> | undefined, workingDays: number): boolean {
  const parts = weekParts(period);
  return parts !== undefined && parts > weekParts({ value: workingDays, unit: 'working-days' })!;
}

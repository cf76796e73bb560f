import type { Lookups } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { LawKind } from '../rank.ts';

/** Item type of a permit: of what is no permit (a service, a confirmation) Licensing Law Art. 14 to 18 do not speak. */
const permit = '01';

/** Whether an item is a permit; one that does not say yet is taken for one. */
export function isPermit(item: Draft<Item>): boolean {
  return (item.basics?.type ?? permit) === permit;
}

/** A basis that establishes an item: its position in `legalBasis`, its law, and the law's kind where it is registered. */
export interface EstablishingBasis {
  i: number;
  law: string;
  kind: LawKind | undefined;
}

/** The bases that establish `item`, in their order. */
export function establishingBases(item: Draft<Item>, lookups: Lookups): EstablishingBasis[] {
  return (item.legalBasis ?? []).flatMap((basis, i) => {
    if (basis.role !== 'establishes') return [];
    const law = basis.law ?? '';
    return [{ i, law, kind: lookups.law(law)?.kind }];
  });
}

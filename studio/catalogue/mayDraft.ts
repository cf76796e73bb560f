import type { CatalogueRow, Member, OtherFile, Permission } from '../../src/api/index.ts';
import { itemOwner, type Lookups } from '../../src/catalogue/index.ts';
import { mayReach } from '../../src/review/index.ts';

/** Whether `person` may draft a change of a file of an item; the server decides it again. */
export function mayDraftRow(person: Member, row: CatalogueRow, lookups: Lookups): Permission {
  return mayReach(person, ['drafter'], [{ path: row.file, owners: [itemOwner(row, lookups)] }]);
}

/** As {@link mayDraftRow}, of a file around the items. */
export function mayDraftOther(person: Member, { file, owners }: OtherFile): Permission {
  return mayReach(person, ['drafter'], [{ path: file, owners }]);
}

import type { CatalogueRow, Member, OtherFile, Permission } from '../../src/api/index.ts';
import { itemOwner, type Lookups } from '../../src/catalogue/index.ts';
import type { Owner } from '../../src/model/owner.ts';
import { mayReach } from '../../src/review/index.ts';

/** Whether `person` may draft a change of a file of an item; the server decides it again. */
export function mayDraftRow(
  person: Member,
  row: Pick<CatalogueRow, 'file' | 'role' | 'division' | 'departments'>,
  lookups: Lookups,
): Permission {
  return mayReach(person, ['drafter'], [{ path: row.file, owners: [itemOwner(row, lookups)] }]);
}

/** As {@link mayDraftRow}, of a file around the items. */
export function mayDraftOther(person: Member, { file, owners }: OtherFile): Permission {
  return mayReach(person, ['drafter'], [{ path: file, owners }]);
}

/** The divisions in which `person` may write a file of an item: its base, or a layer of one that `departments` decide. */
export function writableDivisions(
  person: Member,
  { role, departments }: Pick<CatalogueRow, 'role' | 'departments'>,
  lookups: Lookups,
): { code: string; name: string }[] {
  return lookups.config.divisions.filter(
    ({ code }) =>
      mayDraftRow(person, { file: '', role, division: code, departments }, lookups).kind === 'allowed',
  );
}

/** The divisions below `row`'s for which `person` drafts, and may object to it. */
export function objectingDivisions(
  person: Member,
  { division }: CatalogueRow,
  lookups: Lookups,
): { code: string; name: string }[] {
  return lookups.config.divisions.filter(({ code }) => {
    const above = lookups.divisionChain(code);
    if (code === division || !above.includes(division)) return false;
    const owner: Owner = { kind: 'division', above, words: { zh: '', en: '' } };
    return mayReach(person, ['drafter'], [{ path: '', owners: [owner] }]).kind === 'allowed';
  });
}

/** The first name of an objection to `item` that no file has: `food-1`. */
export function objectionId(item: string, division: string, others: readonly OtherFile[]): string {
  const taken = new Set(others.map(({ file }) => file));
  for (let n = 1; ; n++) {
    const id = `${item.slice(0, 60)}-${n}`;
    if (!taken.has(objectionFile(division, id))) return id;
  }
}

export function objectionFile(division: string, id: string): string {
  return `objections/${division}/${id}.yaml`;
}

import type { MigratedFile } from '../../../api/index.ts';
import { migration, placeOf, shapeOfKind, type Catalogue } from '../../../catalogue/index.ts';
import { edit } from '../../../text/index.ts';

/**
 * The files that `drafted` would have to change so that its items keep up with its fields, which `base` has otherwise:
 * each with its text as it would be. A text that cannot be changed in place is left to people.
 */
export function migratedFiles(base: Catalogue, drafted: Catalogue): MigratedFile[] {
  const [before, after] = [base.lookupData.extension, drafted.lookupData.extension];
  return migration(before, after, drafted).flatMap(({ file, edits, does }) => {
    const source = drafted.sources.get(file);
    const place = placeOf(file);
    if (source === undefined || place.kind !== 'file') return [];
    const made = edit(source.text, edits, { shape: shapeOfKind(source.kind, drafted.lookups.shape) });
    if (made.kind === 'impossible') return [];
    const name = place.id === undefined ? undefined : drafted.lookups.itemName(place.id);
    const divisionName = drafted.lookups.divisionName(place.division ?? '000000');
    return [{ file, name: name ?? file, divisionName, text: made.text, does }];
  });
}

import type { DraftFile, DraftView } from '../../src/api/index.ts';
import {
  bundleTemplate,
  itemTemplate,
  layerTemplate,
  placeOf,
  type Lookups,
} from '../../src/catalogue/index.ts';
import type { ItemFile } from '../document/useItemFile.ts';

/** Writes what a file begins with that is new in `draft`, where its place says what that is. */
export async function beginFile(
  item: ItemFile,
  { draft, file, lookups }: { draft: DraftView; file: DraftFile; lookups: Lookups },
): Promise<void> {
  const place = placeOf(file.path);
  const isNew = file.text === '' && file.baseText === undefined;
  if (!isNew || place.kind !== 'file' || place.id === undefined) return;
  const { id, fileKind } = place;
  switch (fileKind) {
    case 'translation': {
      // What makes English pages is there for who translates alone.
      const { newTranslation } = await import('../translation/newTranslation.ts');
      if (item.text.value === '') item.document.replace(newTranslation(id, item.levels, lookups));
      return;
    }
    case 'bundle':
      return item.document.replace(bundleTemplate({ id, name: draft.title }));
    case 'item':
      return item.document.replace(
        file.upper.length > 0
          ? layerTemplate({ id, division: lookups.divisionName(file.division) })
          : itemTemplate({ id, name: draft.title }, lookups.shape),
      );
  }
}

import { translationTemplate, type EffectiveItem, type Lookups } from '../../src/catalogue/index.ts';
import { englishTexts } from '../../src/guide/index.ts';

/** The text of a translation that begins, of the item `id` with its `levels`. */
export function newTranslation(id: string, levels: readonly EffectiveItem[], lookups: Lookups): string {
  return translationTemplate(id, englishTexts(levels, lookups));
}

import type { Draft, Item } from '../model/item.ts';
import { pathOf, pointer, positionPath, valueAt } from '../model/path.ts';
import type { TranslationFile } from '../model/generated/schemas.ts';
import { saysOf } from './effective.ts';
import type { Catalogue, Source, Translation } from './types.ts';

/**
 * English by the JSON Pointer of the text in `item` that it translates. What translates other words than those that
 * stand there, because they were changed since or a layer says otherwise, is left out.
 */
export function translatedTexts(item: Draft<Item>, translation: Translation): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, zh, en } of translation.texts ?? []) {
    const at = positionPath(item, pathOf(path ?? ''));
    if (at !== undefined && en !== undefined && zh !== undefined && valueAt(item, at) === zh)
      found.set(pointer(at), en);
  }
  return found;
}

/** A translation of words that no level of the item says, at its position in the file. */
export interface StaleText {
  source: Source<TranslationFile>;
  position: number;
  path: string;
  zh: string;
  /** What the highest level says there now; `undefined` where nothing is. */
  now: string | undefined;
}

/** What of a catalogue's translations translates what was said before. Items that there are not are not told here. */
export function staleTexts({ sources, chains }: Pick<Catalogue, 'sources' | 'chains'>): StaleText[] {
  return [...sources.values()].flatMap((one): StaleText[] => {
    if (one.kind !== 'translation') return [];
    const source = one as Source<TranslationFile>; // its kind tells the type
    const chain = chains.get(source.value.item ?? '');
    if (chain === undefined) return [];
    const levels = chain.map(saysOf);
    return (source.value.texts ?? []).flatMap(({ path = '', zh = '' }, position): StaleText[] => {
      const said = levels.map((level) => {
        const at = positionPath(level, pathOf(path));
        return at === undefined ? undefined : valueAt(level, at);
      });
      if (said.includes(zh)) return [];
      const now = said.find((text) => typeof text === 'string');
      return [{ source, position, path, zh, now }];
    });
  });
}

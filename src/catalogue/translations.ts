import type { Edit } from '../model/edit.ts';
import type { Draft, Item } from '../model/item.ts';
import { pathOf, pointer, positionPath, valueAt } from '../model/path.ts';
import type { TranslationFile } from '../model/generated/schemas.ts';
import { edit } from '../text/index.ts';
import { effectiveItem, saysOf } from './effective.ts';
import { shapeOfKind } from './source.ts';
import type { Catalogue, EffectiveItem, ItemSource, Lookups, Source, Translation } from './types.ts';

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
    return (source.value.texts ?? []).flatMap(({ path = '', zh = '', en }, position): StaleText[] => {
      // Nothing is translated yet that could be of before.
      if (en === undefined) return [];
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

/** The item as each level of its `chain` that says something makes it for its own division, the highest first. */
export function itemLevels(
  chain: readonly ItemSource[],
  { divisionChain }: Pick<Lookups, 'divisionChain'>,
): EffectiveItem[] {
  return chain.flatMap(({ division }) => {
    const above = new Set(divisionChain(division));
    const here = chain.filter((step) => above.has(step.division));
    return here[0]?.role === 'base' ? [effectiveItem(here, division)] : [];
  });
}

/** A text of an item that can be translated. */
export interface TranslatableText {
  /** Its JSON Pointer, the elements of lists by their ids. */
  path: string;
  /** What the levels of the item say there, the highest first, each wording once. */
  said: readonly [string, ...string[]];
}

/** The file that says in English what the item `id` says. */
export function translationFile(id: string): string {
  return `translations/en/${id}.yaml`;
}

/** The text of a new translation of the item `id`: what there is to translate, with no English yet. */
export function translationTemplate(id: string, texts: readonly TranslatableText[]): string {
  const head = `# 英文译文：zh 是所译的中文，英文写在 en；没有译的，英文页上显示中文。\nid: ${id}\nitem: ${id}\n`;
  const value = texts.map(({ path, said: [zh] }) => ({ path, zh }));
  const made = edit(head, value.length === 0 ? [] : [{ kind: 'set', path: ['texts'], value }], {
    shape: shapeOfKind('translation'),
  });
  if (made.kind === 'impossible') throw new Error(made.reasonEn);
  return made.text;
}

/**
 * The edits that bring `translation` up to what there is to translate: texts that it does not name yet come at its end,
 * and what has no English yet gets the Chinese of now. Nothing that somebody translated is touched.
 */
export function listedTexts(translation: Translation, texts: readonly TranslatableText[]): Edit[] {
  const listed = translation.texts ?? [];
  const known = new Map(texts.map(({ path, said }) => [path, said]));
  const now = listed.flatMap(({ path = '', zh = '', en }, position): Edit[] => {
    const said = known.get(path);
    return en !== undefined || said === undefined || said.includes(zh)
      ? []
      : [{ kind: 'set', path: ['texts', position, 'zh'], value: said[0] }];
  });
  const named = new Set(listed.map(({ path }) => path));
  const missing = texts.filter(({ path }) => !named.has(path)).map(({ path, said: [zh] }) => ({ path, zh }));
  if (missing.length === 0) return now;
  if (translation.texts === undefined) return [...now, { kind: 'set', path: ['texts'], value: missing }];
  return [
    ...now,
    ...missing.map((value, i): Edit => ({ kind: 'insert', path: ['texts', listed.length + i], value })),
  ];
}

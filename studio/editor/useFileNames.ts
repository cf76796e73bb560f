import { computed, type ComputedRef } from 'vue';
import type { DraftFile, DraftView } from '../../src/api/index.ts';
import { ownName, placeOf, readSource, type Lookups } from '../../src/catalogue/index.ts';
import { nameInWords } from '../components/nameInWords.ts';
import type { ItemFile } from '../document/useItemFile.ts';
import { say, t } from '../i18n/language.ts';

/** What the file that is written, and the other files of its draft, are called. */
export function useFileNames(
  item: ItemFile,
  { draft, file, lookups }: { draft: DraftView; file: DraftFile; lookups: Lookups },
): { name: ComputedRef<string>; titleOf(path: string): string } {
  const name = computed(() => {
    const translated = ownName(item.levels[0]?.item);
    if (translated !== undefined) return t(`${translated.zh}（英文译文）`, `English of ${translated.en}`);
    const said = ownName(item.value.value) ?? ownName(item.inherited);
    if (said !== undefined) return say(said);
    // A draft that was begun for another file is called after that one.
    return say(nameInWords(draft.contents[0]?.path === file.path ? draft.title : file.path));
  });

  /** Of another file its name and its division; this one's name is the heading. */
  function titleOf(path: string): string {
    if (path === file.path) return name.value;
    const place = placeOf(path);
    const other = draft.contents.find((one) => one.path === path);
    const read = other && readSource(path, other.text, lookups.shape);
    const said = read?.kind === 'source' ? ownName(read.source.value) : undefined;
    const { id, division } = place.kind === 'file' ? place : {};
    const inherited = id === undefined ? undefined : lookups.itemName(id);
    const title = said === undefined ? (inherited ?? say(nameInWords(path))) : say(said);
    const where = division === undefined ? '' : lookups.divisionName(division);
    return [title, where].filter((one) => one !== '').join(' · ');
  }

  return { name, titleOf };
}

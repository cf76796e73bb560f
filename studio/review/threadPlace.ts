import type { Thread } from '../../src/api/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import { placeInWords } from '../components/placeInWords.ts';
import { say, t } from '../i18n/language.ts';

/** What a thread is about, in words: its field as `shape` has it, its file, or the whole draft. */
export function threadPlace({ file, path }: Pick<Thread, 'file' | 'path'>, shape: CatalogueShape): string {
  if (file === undefined) return t('整份草稿', 'The whole draft');
  const words = path === undefined || path.length === 0 ? '' : say(placeInWords({ file, path }, shape));
  return words === '' ? file : words;
}

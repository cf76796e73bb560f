import type { Thread } from '../../src/api/index.ts';
import { placeInWords } from '../components/placeInWords.ts';
import { say, t } from '../i18n/language.ts';

/** What a thread is about, in words: its field, its file, or the whole draft. */
export function threadPlace({ file, path }: Pick<Thread, 'file' | 'path'>): string {
  if (file === undefined) return t('整份草稿', 'The whole draft');
  const words = path === undefined || path.length === 0 ? '' : say(placeInWords({ file, path }));
  return words === '' ? file : words;
}

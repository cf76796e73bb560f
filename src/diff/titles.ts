import { wordsOf } from '../model/field.ts';
import type { Schema, Words } from '../model/schemas.ts';
import { clip } from './clip.ts';
import { entryOf } from './sameValue.ts';

/** Title of the field `key`; a field that the schema does not know goes by its key. */
export function titleOf(schema: Schema | undefined, key: string): Words {
  if (key === '$remove') return { zh: '去掉', en: 'Remove' };
  const words = schema ? wordsOf(schema) : undefined;
  return words === undefined || words.zh === '' ? { zh: key, en: key } : words;
}

/** Fields that name an element to its reader, best first. */
const naming = ['name', 'text', 'question', 'title', 'zh', 'gist'];

/** What an element of a keyed list is called: its name, or the beginning of its text, else its id. */
export function elementLabel(element: unknown, id: string): Words {
  for (const key of naming) {
    const value = entryOf(element, key);
    // A title may be said in both languages.
    const zh = entryOf(value, 'zh') ?? value;
    if (typeof zh !== 'string' || zh === '') continue;
    const en = entryOf(value, 'en') ?? entryOf(element, 'en');
    return { zh: clip(zh, 24), en: clip(typeof en === 'string' ? en : zh, 24) };
  }
  const en = entryOf(element, 'en');
  return { zh: clip(id, 24), en: clip(typeof en === 'string' ? en : id, 24) };
}

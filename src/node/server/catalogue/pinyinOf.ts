import { syllablesOf } from '../../../search/syllablesOf.ts';

/** Authorities and divisions are the same few over thousands of rows; the library takes its time with each. */
const known = new Map<string, string>();
const most = 50_000;

/** How the Chinese in `texts` is read, for who types it by its sound: a word of {@link syllablesOf} for each text. */
export function pinyinOf(texts: readonly string[]): string {
  return [...new Set(texts.map(syllables))].filter((word) => word !== '').join(' ');
}

function syllables(text: string): string {
  const had = known.get(text);
  if (had !== undefined) return had;
  const read = syllablesOf(text);
  if (known.size >= most) known.clear();
  known.set(text, read);
  return read;
}

import { pinyin } from 'pinyin-pro';

/** Authorities and divisions are the same few over thousands of rows; the library takes its time with each. */
const known = new Map<string, string>();
const most = 50_000;

/**
 * How the Chinese in `texts` is read, for who types it by its sound: a word for each text, every syllable beginning
 * with a capital (`ShiPinJingYing`), so that its initials can be told. ü is written v, as keyboards have it.
 */
export function pinyinOf(texts: readonly string[]): string {
  return [...new Set(texts.map(syllables))].filter((word) => word !== '').join(' ');
}

function syllables(text: string): string {
  const had = known.get(text);
  if (had !== undefined) return had;
  const read = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
    .map((syllable) => syllable.charAt(0).toUpperCase() + syllable.slice(1))
    .join('');
  if (known.size >= most) known.clear();
  known.set(text, read);
  return read;
}

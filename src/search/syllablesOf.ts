import { pinyin } from 'pinyin-pro';

/**
 * How the Chinese in `text` is read: every syllable beginning with a capital (`ShiPinJingYing`), so that its initials
 * can be told, ü as v, as keyboards have it. What is no Chinese has no sound.
 */
export function syllablesOf(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
    .map((syllable) => syllable.charAt(0).toUpperCase() + syllable.slice(1))
    .join('');
}

/** How a text is read, put together once for all searches. */
export interface Sounds {
  /** The sounds in small letters, and where a syllable begins in them. */
  sounds: string;
  begins: string;
  /** The first letters of the syllables alone. */
  initials: string;
}

/** The sounds of `pinyin`, a word for each name with every syllable beginning with a capital. */
export function soundsFrom(pinyin: string): Sounds {
  return {
    sounds: pinyin.toLowerCase(),
    begins: pinyin,
    initials: pinyin.replace(/[^A-Z ]/g, '').toLowerCase(),
  };
}

/** Whether `word`, in small letters, is a sound from the beginning of a syllable on, or initials. */
export function soundsLike({ sounds, begins, initials }: Sounds, word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return false;
  for (let at = sounds.indexOf(word); at >= 0; at = sounds.indexOf(word, at + 1))
    if (begins[at] !== sounds[at]) return true;
  // One letter is the beginning of some syllable in nearly every name.
  return word.length > 1 && initials.includes(word);
}

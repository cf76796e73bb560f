/** A syllable as those hear it who do not part zh from z, ch from c, sh from s and -ng from -n. */
export function folded(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

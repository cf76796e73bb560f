import { folded } from './folded.ts';

/** How characters are read, in the browser: what the index says of those that it holds. */
export interface SoundTable {
  /** Readings of a character, its usual one first; what the index does not know sounds as itself. */
  readingsOf(character: string): readonly string[];
}

/** The table that `sounds` of the index says: `ai爱碍an安…`, a `'` behind a reading that is not the usual one. */
export function soundTable(sounds: string): SoundTable {
  const readings = new Map<string, string[]>();
  for (const [, sound, other, characters] of sounds.matchAll(/([a-z]+)('?)([^a-z']+)/g))
    for (const character of characters!) {
      const had = readings.get(character);
      if (had === undefined) readings.set(character, [sound!]);
      else if (other === '') had.unshift(sound!);
      else had.push(sound!);
    }
  return { readingsOf: (character) => readings.get(character) ?? [character] };
}

/**
 * How well `character` fits what was typed of its sound: 1 to the letter, less where zh and z, -ng and -n and the like
 * were mixed up, 0 not at all. The last syllable of what is typed may be but begun (`open`).
 */
export function soundFit(table: SoundTable, character: string, typed: string, open: boolean): number {
  let best = 0;
  for (const reading of table.readingsOf(character)) {
    if (reading === typed || (open && reading.startsWith(typed))) return 1;
    const [a, b] = [folded(reading), folded(typed)];
    if (a === b || (open && a.startsWith(b))) best = 0.8;
  }
  return best;
}

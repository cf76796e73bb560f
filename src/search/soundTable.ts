import { folded } from './folded.ts';

/** How characters are read, in the browser: what the index says of those that it holds. */
export interface SoundTable {
  /** Readings of a character, its usual one first; what the index does not know sounds as itself. */
  readingsOf(character: string): readonly string[];
  /** The same readings, folded, in the same order. */
  foldedOf(character: string): readonly string[];
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
  const foldings = new Map([...readings].map(([character, all]) => [character, all.map(folded)]));
  return {
    readingsOf: (character) => readings.get(character) ?? [character],
    foldedOf: (character) => foldings.get(character) ?? [character],
  };
}

/**
 * How well `character` fits what was typed of its sound: 1 to the letter, less where zh and z, -ng and -n and the like
 * were mixed up, 0 not at all. The last syllable of what is typed may be but begun (`open`).
 */
export function soundFit(table: SoundTable, character: string, typed: string, open: boolean): number {
  const fits = (reading: string, sound: string) => reading === sound || (open && reading.startsWith(sound));
  if (table.readingsOf(character).some((reading) => fits(reading, typed))) return 1;
  const sound = folded(typed);
  return table.foldedOf(character).some((reading) => fits(reading, sound)) ? 0.8 : 0;
}

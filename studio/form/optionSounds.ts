import { soundsFrom, type Sounds } from '../../src/search/soundsLike.ts';
import type { Option } from './fieldKind.ts';

/** So many names are read at once; the library takes some twenty milliseconds for a thousand. */
const atOnce = 200;

const known = new WeakMap<readonly Option[], Promise<readonly Sounds[]>>();

/**
 * How the Chinese names of `options` are read, in their order, made once for a list. The library that knows is large:
 * it is loaded at the first call. Rejects where it cannot be loaded, and then tries again at the next call.
 */
export function optionSounds(options: readonly Option[]): Promise<readonly Sounds[]> {
  let sounds = known.get(options);
  if (sounds === undefined) {
    sounds = read(options);
    known.set(options, sounds);
    sounds.catch(() => known.delete(options));
  }
  return sounds;
}

async function read(options: readonly Option[]): Promise<Sounds[]> {
  const { syllablesOf } = await import('../../src/search/syllablesOf.ts');
  const made: Sounds[] = [];
  for (const { words } of options) {
    // Keys come in between: ten thousand names are no reason to wait.
    if (made.length % atOnce === atOnce - 1) await new Promise((resolve) => setTimeout(resolve));
    made.push(soundsFrom(syllablesOf(words.zh)));
  }
  return made;
}

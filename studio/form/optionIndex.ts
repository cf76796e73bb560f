import { soundsLike, type Sounds } from '../../src/search/soundsLike.ts';
import type { Option } from './fieldKind.ts';

/** A set of options made ready to be searched. */
export interface OptionIndex {
  byValue: ReadonlyMap<string, Option>;
  /**
   * The options in which every word of `wanted` stands, those that begin with it first; all where it is empty. Where
   * `sounds` are given, one for each option, those whose names sound like it come last.
   */
  search(wanted: string, sounds?: readonly Sounds[]): readonly Option[];
}

const known = new WeakMap<readonly Option[], OptionIndex>();

/** The index of `options`, made once for the same list: a catalogue has ten thousand items, and a form many fields. */
export function optionIndex(options: readonly Option[]): OptionIndex {
  let index = known.get(options);
  if (index === undefined) known.set(options, (index = indexOf(options)));
  return index;
}

function indexOf(options: readonly Option[]): OptionIndex {
  const texts = options.map(({ value, words }) => `${words.zh}\n${words.en}\n${value}`.toLowerCase());
  return {
    byValue: new Map(options.map((one) => [one.value, one])),
    search(wanted, sounds) {
      const parts = wanted.trim().toLowerCase().split(/\s+/).filter(Boolean);
      const [first] = parts;
      if (first === undefined) return options;
      const begins: Option[] = [];
      const holds: Option[] = [];
      const heard: Option[] = [];
      for (let i = 0; i < texts.length; i++) {
        const text = texts[i]!;
        if (!parts.every((part) => text.includes(part))) {
          const sound = sounds?.[i];
          if (sound && parts.every((part) => text.includes(part) || soundsLike(sound, part)))
            heard.push(options[i]!);
          continue;
        }
        (text.startsWith(first) || text.includes(`\n${first}`) ? begins : holds).push(options[i]!);
      }
      return [...begins, ...holds, ...heard];
    },
  };
}

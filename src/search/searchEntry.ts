import { hashOf } from './shardOf.ts';

/** A guide or a bundle in one division, as search knows it: all values, so that what is made of it follows from it. */
export interface SearchEntry {
  /** Path of the page from the root of the site; begins with the division. */
  path: string;
  division: string;
  divisionName: string;
  name: string;
  everydayName: string | undefined;
  synonyms: readonly string[];
  /** What is handed in, by name: found, but ranked below the words for the item itself. */
  materials: readonly string[];
  /** Laws it rests on: ranked last. */
  laws: readonly string[];
  themes: readonly string[];
  authority: string;
  /** How long it takes and what it costs, in words. Shown, not searched. */
  promised: string;
  fee: string;
  /** Changes when anything changes that is searched. */
  said: string;
}

/** An entry with the sum of what it says. */
export function searchEntry(words: Omit<SearchEntry, 'said'>): SearchEntry {
  // Whatever is shown beside it, such as the days it takes, leaves the pieces as they are.
  const text = JSON.stringify({ ...words, promised: undefined, fee: undefined, said: undefined });
  return { ...words, said: hashOf(text).toString(36) + hashOf(text, 0x9747b28c).toString(36) };
}

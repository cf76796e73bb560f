import type { Words } from '../schemas.ts';

/**
 * A place in an instrument: 第十二条之一第二款第（三）项 is article 12, sub 1, paragraph 2, item 3. `chapter` only
 * where no article is named; an item without an article is one of an annex or a list.
 */
export interface CitedPlace {
  chapter?: number;
  article?: number;
  sub?: number;
  paragraph?: number;
  item?: number;
}

/** What a citation is of: a law of the registry, another instrument, or what we could not tell, and why. */
export type Cited = { kind: 'law'; law: string } | { kind: 'other' } | { kind: 'not-understood'; why: Words };

/** One instrument cited in prose, with the places cited of it. Offsets are UTF-16, `end` not included. */
export interface Citation {
  start: number;
  end: number;
  /** As written between 《 and 》, without spaces, inner brackets as 〈〉, round ones full width; of a law named without brackets, its name as written. */
  title?: string;
  /** In one form: 国发〔2015〕6号, 国务院令第460号. */
  number?: string;
  places: CitedPlace[];
  /** A note of the version meant: （2019年修正）. */
  version?: { year: number; words: string };
  is: Cited;
}

/** What the reader knows of a law: further names and document numbers are `aliases`. */
export interface KnownLaw {
  id: string;
  title: string;
  aliases?: readonly string[];
}

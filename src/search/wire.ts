// What the files of the index hold: written by `searchFiles`, read in the browser.

/** In which text of a document a piece was found, best first: the mark of its list, and how much it counts. */
export const foundIn: readonly { mark: string; weight: number }[] = [
  // Its name,
  { mark: '!', weight: 1 },
  // its own everyday name and synonyms,
  { mark: '$', weight: 0.85 },
  // what people call things of its kind,
  { mark: '%', weight: 0.6 },
  // what is handed in,
  { mark: '&', weight: 0.22 },
  // laws and authority.
  { mark: '*', weight: 0.12 },
];

/** Added to the length of the name of an item that changes, renews or ends what another one gives. */
export const lesserDigit = 32;

export interface Meta {
  /** Of the set of documents: shards with another one do not fit. */
  stamp: string;
  /** How many shards of pieces there are. */
  shards: number;
  /** How many documents stand in a file of what is shown. */
  perFile: number;
  /** A digit for each document: the length of its name, and `lesserDigit` more where it is a change or an end. */
  lengths: string;
  /** `ai爱碍an安…`: how characters are read; a reading that is not the usual one has a `'` behind it. */
  sounds: string;
  /** Codes and names of the divisions. */
  places: [code: string, name: string][];
}

/**
 * What is shown of a document: name, everyday name, the rest of its address behind the division, its places, the facts
 * at each (none where there are too many places), and these facts: authority, time, fee.
 */
export type Shown = [
  name: string,
  everydayName: string,
  stem: string,
  places: number[],
  factsAt: number[],
  facts: [authority: string, promised: string, fee: string][],
];

/** A guide as search knows it: shown words, and the text that is searched beside them. */
export interface SearchEntry {
  /** Path of the page from the root of the site. */
  path: string;
  name: string;
  /** Everyday name and synonyms. */
  words: string[];
  /** What is shown below the name. */
  note: string;
  /** What is shown beside it: how long, what it costs. Not searched. */
  facts: string[];
  /** Materials and laws: found, but ranked below. */
  more: string;
}

/**
 * Entries that hold every part of `query` (parted by spaces), best first: the whole name, its beginning, a piece
 * of it, an everyday word, then the rest. Any piece of a Chinese word is found, one character included.
 */
export function searchEntries(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  const parts = query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return [...entries];
  return entries
    .map((entry, order) => ({
      entry,
      order,
      score: parts.reduce((sum, part) => sum + scoreOf(entry, part), 0),
    }))
    .filter(({ score }) => score < misses)
    .sort((a, b) => a.score - b.score || a.order - b.order)
    .map(({ entry }) => entry);
}

const misses = 1000;

function scoreOf(entry: SearchEntry, part: string): number {
  const name = entry.name.toLowerCase();
  if (name === part) return 0;
  if (name.startsWith(part)) return 1;
  if (name.includes(part)) return 2;
  if (entry.words.some((word) => word.toLowerCase().includes(part))) return 3;
  if (entry.note.toLowerCase().includes(part)) return 4;
  return entry.more.toLowerCase().includes(part) ? 5 : misses;
}

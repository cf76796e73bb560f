import { openSearch, type Search } from '../src/search/openSearch.ts';
import { varied } from '../src/search/varied.ts';

/** An index as a browser reads it, without one, from `read`, which gives the text of a path of the site. */
export class SearchReader {
  /** Paths fetched so far. */
  readonly fetched = new Set<string>();
  readonly search: Promise<Search>;

  constructor(read: (path: string) => string) {
    this.search = openSearch(async (name) => {
      const path = `search/${name}.js`;
      this.fetched.add(path);
      const [called, value] = argumentsOf(read(path));
      if (called !== name) throw new Error(`${path} hands over ${called}`);
      return value;
    });
  }

  /** Names of the answers that the page shows first. */
  async names(query: string, most = 10): Promise<string[]> {
    const search = await this.search;
    const { documents } = await search.find(query);
    const shown = await search.shown(documents.slice(0, most));
    return varied(shown, ([name]) => name).map(([name]) => name);
  }
}

/** The arguments of the one call that a file of the index is. */
export function argumentsOf(script: string): [name: string, value: unknown] {
  const call = /^guichengSearch\((.*)\)\n$/s.exec(script);
  if (call === null) throw new Error(`No call: ${script.slice(0, 80)}`);
  return JSON.parse(`[${call[1]!}]`) as [string, unknown];
}

import { bySound, guidePath, searchPage, type SearchListing } from '../../../guide/index.ts';
import { searchEntry, searchFiles, type SearchEntry } from '../../../search/index.ts';
import { bundleEntry, bundleLine } from '../offeredBundles.ts';
import { divisionEntries } from './divisionLists.ts';
import { letterEntries } from './letterLists.ts';
import { feeWord, lineDigest } from './lineDigest.ts';
import { setPart, type Digest } from './sitePart.ts';
import { codeEntries } from './themeLists.ts';
// oxlint-disable-next-line import/default -- the build makes this module of the script: see vite.config.ts
import searchScript from '../../../search/client/search.ts?script';

/** More guides than this are not listed on one page. */
const mostOnPage = 300;

/** The page that answers while one types, with its script; it lists all guides where they are few, else the ways. */
export const searchPages = setPart({
  name: 'search',
  digest: lineDigest,
  files: (all, site) => {
    const bundleLines = site.bundles.map(({ view }) => bundleLine(view));
    const count = all.length + bundleLines.length;
    const few = count <= mostOnPage;
    const listing: SearchListing = {
      count,
      letters: letterEntries(all),
      divisions: divisionEntries(all, site).map((entry) => ({ ...entry, code: codeIn(entry.path) })),
      themes: codeEntries(all, site, 'themes').map((entry) => ({ ...entry, code: codeIn(entry.path) })),
    };
    return [
      {
        path: 'search.html',
        of: few ? all : [],
        also: [listing, few && bundleLines],
        make: () => {
          if (!few) return searchPage(site.at(''), listing);
          // Of one name those of the higher levels come first, as they came.
          const lines = [...bundleLines, ...all].sort((a, b) =>
            a.name === b.name ? 0 : bySound(a.name, b.name),
          );
          return searchPage(site.at(''), { ...listing, lines });
        },
      },
      { path: 'search.js', of: [], make: () => searchScript },
    ];
  },
});

/** The code in the address of a list: `511500/index.html`, `themes/catering.html`. */
function codeIn(path: string): string {
  return path.replace(/^themes\/|\/index\.html$|\.html$/g, '');
}

const entryDigest: Digest<SearchEntry> = {
  name: 'entry',
  of: ({ effective, view }) =>
    searchEntry({
      path: guidePath(effective),
      division: view.division,
      divisionName: view.divisionName,
      name: view.name,
      everydayName: view.everydayName,
      synonyms: view.synonyms,
      materials: view.materials.none === undefined ? view.materials.list.map(({ text }) => text) : [],
      laws: view.basis.map(({ words }) => words),
      themes: effective.item.service?.themes ?? [],
      authority: view.decides.name,
      promised: view.promised,
      fee: feeWord(view),
    }),
};

/** What the script reads. Bundles are few: a file is made again when any of them changes. */
export const searchIndex = setPart({
  name: 'index',
  digest: entryDigest,
  files: (entries, { bundles }) => {
    const bundleEntries = bundles.map(({ view }) => bundleEntry(view));
    const ofBundles = new Set(bundleEntries);
    return searchFiles([...bundleEntries, ...entries]).map(({ path, of, also, make }) => ({
      path,
      of: of.filter((entry) => !ofBundles.has(entry)),
      also: [also, of.filter((entry) => ofBundles.has(entry))],
      make,
    }));
  },
});

import { guidePath, searchPage } from '../../../guide/index.ts';
import type { SearchEntry } from '../../../search/index.ts';
import { bundleEntry, bundleLine } from '../offeredBundles.ts';
import { feeWord, lineDigest } from './lineDigest.ts';
import { setPart, type Digest } from './sitePart.ts';
// oxlint-disable-next-line import/default -- the build makes this module of the script: see vite.config.ts
import searchScript from '../../../search/client/search.ts?script';

/** The page that lists everything and narrows while one types, with its script. */
export const searchPages = setPart({
  name: 'search',
  digest: lineDigest,
  files: (lines, { at, bundles }) => {
    const bundleLines = bundles.map(({ view }) => bundleLine(view));
    return [
      {
        path: 'search.html',
        of: lines,
        also: bundleLines,
        make: () => searchPage(at(''), [...bundleLines, ...lines]),
      },
      { path: 'search.js', of: [], make: () => searchScript },
    ];
  },
});

const entryDigest: Digest<SearchEntry> = {
  name: 'entry',
  of: ({ effective, view }) => {
    const materials = view.materials.none === undefined ? view.materials.list.map(({ text }) => text) : [];
    return {
      path: guidePath(effective),
      name: view.name,
      words: [view.everydayName ?? '', ...view.synonyms],
      note: [view.everydayName, view.decides.name].filter(Boolean).join(' · '),
      facts: [view.promised, feeWord(view)],
      more: [
        ...materials,
        ...view.basis.map((basis) => basis.words),
        view.divisionName,
        view.summary ?? '',
      ].join(' '),
    };
  },
};

/** What the script searches. */
export const searchIndex = setPart({
  name: 'index',
  digest: entryDigest,
  files: (entries, { bundles }) => {
    const bundleEntries = bundles.map(({ view }) => bundleEntry(view));
    return [
      {
        path: 'search-index.js',
        of: entries,
        also: bundleEntries,
        make: () => `var guichengIndex=${JSON.stringify([...bundleEntries, ...entries])};\n`,
      },
    ];
  },
});

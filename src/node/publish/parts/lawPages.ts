import { lawPage, lawsPage, pagesOf } from '../../../guide/index.ts';
import { bundleLine } from '../offeredBundles.ts';
import { lineDigest, linesBy } from './lineDigest.ts';
import { setPart } from './sitePart.ts';

/** Pages for each law of the registry, with all that rests on it, and one that lists the laws. */
export const lawPages = setPart({
  name: 'laws',
  digest: lineDigest,
  files: (all, { at, lookups, bundles }) => {
    const laws = [...lookups.data.laws].sort((a, b) => (a.id < b.id ? -1 : 1));
    const ofLaw = linesBy(all, (line) => line.laws);
    const pages = laws.flatMap((law) => {
      const citing = bundles
        .filter(({ view }) => view.laws.includes(law.id))
        .map(({ view }) => bundleLine(view));
      return pagesOf(`laws/${law.id}.html`, ofLaw.get(law.id) ?? []).map(({ path, lines, paging }) => {
        const bundleLines = paging.number === 1 ? citing : [];
        return {
          path,
          of: lines,
          also: { law, bundleLines, paging },
          make: () => lawPage(at('../'), law, [...bundleLines, ...lines], paging),
        };
      });
    });
    return [...pages, { path: 'laws/index.html', of: [], also: laws, make: () => lawsPage(at('../'), laws) }];
  },
});

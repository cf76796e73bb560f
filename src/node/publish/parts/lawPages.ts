import { lawPage, lawsPage } from '../../../guide/index.ts';
import { bundleLine } from '../offeredBundles.ts';
import { lineDigest, linesBy } from './lineDigest.ts';
import { setPart } from './sitePart.ts';

/** A page for each law of the registry, with all that rests on it, and one that lists the laws. */
export const lawPages = setPart({
  name: 'laws',
  digest: lineDigest,
  files: (all, { at, lookups, bundles }) => {
    const laws = [...lookups.data.laws].sort((a, b) => (a.id < b.id ? -1 : 1));
    const ofLaw = linesBy(all, (line) => line.laws);
    const pages = laws.map((law) => {
      const citing = bundles.filter(({ view }) => view.laws.includes(law.id));
      const bundleLines = citing.map(({ view }) => bundleLine(view));
      const lines = ofLaw.get(law.id) ?? [];
      return {
        path: `laws/${law.id}.html`,
        of: lines,
        also: { law, bundleLines },
        make: () => lawPage(at('../'), law, [...bundleLines, ...lines]),
      };
    });
    return [...pages, { path: 'laws/index.html', of: [], also: laws, make: () => lawsPage(at('../'), laws) }];
  },
});

import { aboutPage, homePage, type Entry } from '../../../guide/index.ts';
import { bundleLine } from '../offeredBundles.ts';
import { lineDigest, linesBy, type ListedGuide } from './lineDigest.ts';
import { setPart } from './sitePart.ts';
import type { SiteFacts } from './siteFacts.ts';

/** The first page, with a way to every guide, and what the site says of itself. */
export const home = setPart({
  name: 'home',
  digest: lineDigest,
  files: (all, site) => {
    const { at, date } = site;
    const entries = homeEntries(all, site);
    const about = { date, guides: all.length };
    return [
      { path: 'about.html', of: [], also: about, make: () => aboutPage(at(''), about) },
      { path: 'index.html', of: [], also: entries, make: () => homePage(at(''), entries) },
    ];
  },
});

function homeEntries(all: readonly ListedGuide[], { lookups, bundles }: SiteFacts) {
  const ofAgency = linesBy(all, ({ agency }) => (agency === undefined ? [] : [agency]));
  return {
    divisions: [...linesBy(all, ({ division }) => [division])].map(([code, lines]): Entry => ({
      path: `${code}/index.html`,
      label: lookups.divisionName(code),
      note: `${lines.length} 项`,
    })),
    themes: [...linesBy(all, ({ themes }) => themes)].map(([code, lines]): Entry => ({
      path: `themes/${code}.html`,
      label: lookups.codeLabel('themes', code).zh,
      note: `${lines.length} 份指南`,
    })),
    bundles: bundles.map(({ view }): Entry => {
      const { path, name, divisionName } = bundleLine(view);
      return { path, label: name, note: divisionName };
    }),
    agencies: lookups.data.agencies
      .filter(({ id }) => ofAgency.has(id))
      .map(({ id, name, division }): Entry => ({
        path: `agencies/${id}.html`,
        label: name,
        note: `${ofAgency.get(id)!.length} 项`,
        group: lookups.divisionName(division),
      })),
  };
}

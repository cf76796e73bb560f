import {
  aboutPage,
  homePage,
  missingPage,
  waysPage,
  type Entry,
  type HomeWays,
  type WaysListing,
} from '../../../guide/index.ts';
import { bundleLine } from '../offeredBundles.ts';
import { centreEntries } from './centrePages.ts';
import { agencyEntries, divisionEntries } from './divisionLists.ts';
import { letterEntries } from './letterLists.ts';
import { lineDigest, type ListedGuide } from './lineDigest.ts';
import { setPart } from './sitePart.ts';
import type { SiteFacts } from './siteFacts.ts';
import { codeEntries } from './themeLists.ts';

/** How many ways of a kind the first page shows. */
const shownAtHome = 12;

/** The first page, with a way to every guide, all bundles, and what the site says of itself. */
export const home = setPart({
  name: 'home',
  digest: lineDigest,
  files: (all, site) => {
    const { at, date, baseUrl } = site;
    // It is shown at addresses of any depth, from which only a whole address leads back.
    const anywhere = baseUrl === undefined ? '' : `${baseUrl}/`;
    const ways = homeWays(all, site);
    const about = { date, guides: all.length };
    const events: WaysListing = {
      path: 'events.html',
      title: '一件事',
      en: 'Life events: several permits as one',
      lead: '开店、建房、办学这样的事，要的几个许可一次申请、一套材料、一起办完。',
      entries: bundleEntries(site),
    };
    return [
      { path: '404.html', of: [], make: () => missingPage(at(anywhere)) },
      { path: 'about.html', of: [], also: about, make: () => aboutPage(at(''), about) },
      { path: events.path, of: [], also: events, make: () => waysPage(at(''), events) },
      { path: 'index.html', of: [], also: ways, make: () => homePage(at(''), ways) },
    ];
  },
});

function homeWays(all: readonly ListedGuide[], site: SiteFacts): HomeWays {
  const few = (entries: Entry[]) => ({ shown: entries.slice(0, shownAtHome), count: entries.length });
  return {
    guides: all.length,
    themes: few(codeEntries(all, site, 'themes')),
    served: few(codeEntries(all, site, 'served')),
    divisions: few(divisionEntries(all, site)),
    bundles: few(bundleEntries(site).map(({ group = '', ...entry }) => ({ ...entry, note: group }))),
    agencies: few(agencyEntries(all, site)),
    centres: few(centreEntries(all, site)),
    letters: letterEntries(all),
  };
}

function bundleEntries({ bundles }: SiteFacts): Entry[] {
  return bundles.map(({ view }) => {
    const { path, name, divisionName, authority } = bundleLine(view);
    return { path, label: name, note: authority, group: divisionName };
  });
}

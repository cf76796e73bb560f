import {
  figuresOf,
  figuresPage,
  guideNumbers,
  type FiguresListing,
  type GuideNumbers,
} from '../../../guide/index.ts';
import { setPart, type Digest } from './sitePart.ts';

/** With more places than this, the figures of each stand nowhere: nobody reads a table of a thousand lines. */
const mostPlaces = 60;

const numbersDigest: Digest<GuideNumbers> = {
  name: 'numbers',
  of: ({ effective: { id, division, item } }) => guideNumbers(id, division, item),
};

/** What the catalogue promises, in figures. */
export const figures = setPart({
  name: 'figures',
  digest: numbersDigest,
  files: (all, { at, date, lookups }) => {
    const places = new Map<string, GuideNumbers[]>();
    for (const guide of all) {
      const place = places.get(guide.division);
      if (place === undefined) places.set(guide.division, [guide]);
      else place.push(guide);
    }
    const listing: FiguresListing = {
      date,
      guides: all.length,
      items: new Set(all.map(({ item }) => item)).size,
      divisions: places.size,
      all: figuresOf(all),
      places:
        places.size > mostPlaces
          ? []
          : [...places].map(([code, guides]) => ({
              name: lookups.divisionName(code),
              path: `${code}/index.html`,
              guides: guides.length,
              figures: figuresOf(guides),
            })),
    };
    return [{ path: 'figures.html', of: [], also: listing, make: () => figuresPage(at(''), listing) }];
  },
});

import {
  centrePage,
  centrePath,
  pagesOf,
  waysPage,
  windowPage,
  windowPath,
  type Entry,
  type WaysListing,
} from '../../../guide/index.ts';
import { lineDigest, linesBy, type ListedGuide } from './lineDigest.ts';
import type { SiteFacts } from './siteFacts.ts';
import { setPart, type SetFile } from './sitePart.ts';

/** A page for each centre, pages for each of its windows with what is handled there, and one with all centres. */
export const centrePages = setPart({
  name: 'centres',
  digest: lineDigest,
  files: (all, site) => {
    const { at, lookups } = site;
    const ofWindow = linesBy(all, ({ windows }) => windows);
    const ways: WaysListing = {
      path: 'centres/index.html',
      title: '办事大厅',
      en: 'Service centres',
      lead: '在哪里、几点开门、哪个窗口办什么。',
      entries: centreEntries(all, site),
    };
    const pages = lookups.data.centres.flatMap((centre) => {
      const windows = (centre.windows ?? []).map((window) => ({ window, ref: `${centre.id}/${window.id}` }));
      const entries = windows.map(({ window, ref }): Entry => ({
        path: windowPath(ref),
        label: `${window.number} 号 ${window.name}`,
        note: `${ofWindow.get(ref)?.length ?? 0} 项`,
      }));
      return [
        {
          path: centrePath(centre.id),
          of: [],
          also: { centre, entries },
          make: () => centrePage(at('../'), centre, entries),
        },
        ...windows.flatMap(({ window, ref }) =>
          pagesOf(windowPath(ref), ofWindow.get(ref) ?? []).map(
            ({ path, lines, paging }): SetFile<ListedGuide> => ({
              path,
              of: lines,
              also: { centre, window: window.id, paging },
              make: () =>
                windowPage(at('../../'), {
                  window: { ...window, centre: centre.id },
                  centre,
                  lines,
                  paging,
                }),
            }),
          ),
        ),
      ];
    });
    return [...pages, { path: ways.path, of: [], also: ways, make: () => waysPage(at('../'), ways) }];
  },
});

/** Every centre, under its division, with how many guides lead there. */
export function centreEntries(all: readonly ListedGuide[], { lookups }: SiteFacts): Entry[] {
  const ofCentre = linesBy(all, ({ windows }) => [...new Set(windows.map((ref) => ref.split('/')[0]!))]);
  return lookups.data.centres.map(({ id, name, division }) => ({
    path: centrePath(id),
    label: name,
    note: `${ofCentre.get(id)?.length ?? 0} 项`,
    group: lookups.divisionName(division),
  }));
}

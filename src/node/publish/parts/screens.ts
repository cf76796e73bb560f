import { screensPath, waysPage, windowPath, type Site, type WaysListing } from '../../../guide/index.ts';
import {
  boardPage,
  boardPaging,
  boardPath,
  posterPath,
  touchAll,
  touchBundle,
  touchBundlePath,
  touchGuide,
  touchGuidePath,
  touchHome,
  touchRoot,
  touchTheme,
  type BoardLine,
  type TouchTheme,
} from '../../../guide/modes/index.ts';
// oxlint-disable-next-line import/default -- the build makes this module of the script: see vite.config.ts
import boardScript from '../../../guide/modes/client/board.ts?script';
// oxlint-disable-next-line import/default -- likewise
import touchScript from '../../../guide/modes/client/touch.ts?script';
// oxlint-disable-next-line import/default -- likewise
import worker from '../../../guide/modes/worker/worker.ts?script';
import { syllablesOf } from '../../../search/syllablesOf.ts';
import { lineDigest, linesBy, type ListedGuide } from './lineDigest.ts';
import { setPart, type BundlePart, type GuidePart, type SetFile } from './sitePart.ts';

/** Each guide on the touch screen of its division. */
export const touchGuides: GuidePart = {
  kind: 'guide',
  name: 'touch guides',
  files: ({ view, address }, { at }) => [
    {
      path: touchRoot(view.division) + touchGuidePath(view.id),
      make: () => touchGuide(screen(at('../../../')), view, address),
    },
  ],
};

/** Each bundle on the touch screen of its division. */
export const touchBundles: BundlePart = {
  kind: 'bundle',
  name: 'touch bundles',
  files: ({ view, address }, { at }) => [
    {
      path: touchRoot(view.division) + touchBundlePath(view.id),
      make: () => touchBundle(screen(at('../../../')), view, address),
    },
  ],
};

/** The touch screen of each division: its home, its themes, all by letter; and its script. */
export const touchLists = setPart({
  name: 'touch',
  digest: lineDigest,
  files: (all, { at, lookups, bundles: offered }) => {
    const site = screen(at('../../'));
    const pages = [...linesBy(all, ({ division }) => [division])].flatMap(([division, lines]) => {
      const themes = [...linesBy(lines, (line) => line.themes)].map(
        ([code, of]): TouchTheme & { lines: ListedGuide[] } => ({
          code,
          name: lookups.codeLabel('themes', code),
          lines: of,
        }),
      );
      const bundles = offered
        .filter(({ view }) => view.division === division)
        .map(({ view: { id, name, members } }) => ({ id, name, members: members.length }));
      const found = () =>
        lines
          .map((line) => ({ ...line, initials: initialsOf([line.name, line.everydayName ?? '']) }))
          .sort((a, b) => (a.initials < b.initials ? -1 : 1));
      const file = (name: string, of: readonly ListedGuide[], make: () => string): SetFile<ListedGuide> => ({
        path: touchRoot(division) + name,
        of,
        make,
      });
      return [
        {
          path: `${touchRoot(division)}index.html`,
          of: lines,
          also: bundles,
          make: () => touchHome(site, division, { themes, bundles, count: lines.length }),
        },
        file('all.html', lines, () => touchAll(site, division, found())),
        ...themes.map((theme) =>
          file(`theme-${theme.code}.html`, theme.lines, () => touchTheme(site, division, theme)),
        ),
      ];
    });
    return [...pages, { path: 'touch.js', of: [], make: () => touchScript }];
  },
});

/** The display board of each centre, page by page, its script, and the service worker that keeps both screens. */
export const boards = setPart({
  name: 'boards',
  digest: lineDigest,
  files: (all, { at, lookups, date }) => {
    const ofWindow = linesBy(all, ({ windows }) => windows);
    const pages = lookups.data.centres.flatMap(({ id, name, hours, phones, windows = [] }) => {
      const here = windows.flatMap((window) => ofWindow.get(`${id}/${window.id}`) ?? []);
      // A centre of a city and a district together has many an item twice.
      const isMixed = new Set(here.map(({ division }) => division)).size > 1;
      const shown = windows.flatMap((window) =>
        (ofWindow.get(`${id}/${window.id}`) ?? []).map((guide) => ({
          guide,
          line: lineOf(window.number, guide, isMixed),
        })),
      );
      const centre = { id, name, hours, phone: phones?.advice };
      const of = shown.map(({ guide }) => guide);
      const paged = boardPaging(shown.map(({ line }) => line));
      return paged.map((lines, i): SetFile<ListedGuide> => ({
        path: boardPath(id, i + 1),
        of,
        also: { centre, lines },
        make: () => boardPage(at('../../'), centre, { lines, n: i + 1, count: paged.length, date }),
      }));
    });
    return [
      ...pages,
      { path: 'board.js', of: [], make: () => boardScript },
      { path: 'sw.js', of: [], make: () => worker },
    ];
  },
});

/** Where all screens and posters are, for who sets them up. */
export const screensPage = setPart({
  name: 'screens',
  digest: lineDigest,
  files: (all, { at, lookups }) => {
    const divisions = [...linesBy(all, ({ division }) => [division])];
    const windows = [...linesBy(all, ({ windows: refs }) => refs)];
    const listing: WaysListing = {
      path: screensPath,
      title: '触摸屏、大屏和窗口二维码',
      en: 'Touch screens, display boards, posters',
      lead: '给布置办事大厅的人用：设备打开的地址，窗口张贴的纸。',
      entries: [
        ...divisions.map(([code, lines]) => ({
          path: `${touchRoot(code)}index.html`,
          label: lookups.divisionName(code),
          note: `${lines.length} 项`,
          group: '触摸屏，1080 × 1920',
        })),
        ...lookups.data.centres
          .filter(({ id }) => windows.some(([ref]) => ref.startsWith(`${id}/`)))
          .map(({ id, name }) => ({
            path: boardPath(id, 1),
            label: name,
            note: `board/${id}/`,
            group: '大屏公示，1920 × 1080',
          })),
        ...windows.flatMap(([ref, lines]) => {
          const window = lookups.window(ref);
          const centre = window && lookups.centre(window.centre);
          if (window === undefined || centre === undefined) return [];
          return {
            path: posterPath(windowPath(ref)),
            label: `${window.number} 号 ${window.name}`,
            note: `${lines.length} 项`,
            group: `窗口二维码，A4：${centre.name}`,
          };
        }),
      ],
    };
    return [{ path: screensPath, of: [], also: listing, make: () => waysPage(at(''), listing) }];
  },
});

/** Links of the guide lead out of a screen that nobody guards: there they are words. */
function screen(site: Site): Site {
  return { ...site, inert: true };
}

/** Initials of Chinese names in small letters, parted by a space. */
export function initialsOf(names: readonly string[]): string {
  return names
    .map((name) =>
      syllablesOf(name)
        .replace(/[^A-Z]/g, '')
        .toLowerCase(),
    )
    .filter((one) => one !== '')
    .join(' ');
}

function lineOf(window: string, guide: ListedGuide, isMixed: boolean): BoardLine {
  const { name, divisionName, promised, fee } = guide;
  return { window, name: isMixed ? `${name}（${divisionName}）` : name, promised, fee };
}

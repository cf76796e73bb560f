import { windowPath } from '../../../guide/index.ts';
import {
  codePath,
  noticePage,
  noticePath,
  posterPage,
  posterPath,
  printPage,
  printPath,
  qrFile,
  type SheetAddress,
} from '../../../guide/modes/index.ts';
// oxlint-disable-next-line import/default -- the build makes this module of the script: see vite.config.ts
import sheetScript from '../../../guide/modes/client/sheet.ts?script';
import { lineDigest, linesBy } from './lineDigest.ts';
import { setPart, type GuidePart } from './sitePart.ts';

/**
 * What is printed of each guide: the whole of it, and the one-time notice for a case; and the code for what a browser
 * prints of its page.
 */
export const guideSheets: GuidePart = {
  kind: 'guide',
  name: 'sheets',
  files: ({ view, address, version }, { at, baseUrl }) => {
    const sheet = (path: string): SheetAddress => ({ path, guide: address.path, version });
    const [print, notice] = [sheet(printPath(view)), sheet(noticePath(view))];
    return [
      { path: print.path, make: () => printPage(at('../../'), view, print) },
      { path: notice.path, make: () => noticePage(at('../../'), view, notice) },
      ...(baseUrl === undefined
        ? []
        : [{ path: codePath(view), make: () => qrFile(`${baseUrl}/${version.path}`) }]),
    ];
  },
};

/** A poster with codes for each window where something is handled, and the script of all sheets. */
export const posters = setPart({
  name: 'posters',
  digest: lineDigest,
  files: (all, { at, lookups }) => {
    const pages = [...linesBy(all, ({ windows }) => windows)].flatMap(([ref, lines]) => {
      const window = lookups.window(ref);
      const centre = window && lookups.centre(window.centre);
      if (window === undefined || centre === undefined) return [];
      const { number, name, floor = '' } = window;
      const shown = { path: windowPath(ref), centre: centre.name, number, name, floor, hours: centre.hours };
      return [
        {
          path: posterPath(shown.path),
          of: lines,
          also: shown,
          make: () => posterPage(at('../../../'), shown, lines),
        },
      ];
    });
    return [...pages, { path: 'sheet.js', of: [], make: () => sheetScript }];
  },
});

import { listPage } from '../../../guide/index.ts';
import { bundleLine } from '../offeredBundles.ts';
import { lineDigest, linesBy } from './lineDigest.ts';
import { setPart } from './sitePart.ts';

/** A page for each division that has guides. */
export const divisionLists = setPart({
  name: 'divisions',
  digest: lineDigest,
  files: (all, { at, lookups, bundles }) =>
    [...linesBy(all, ({ division }) => [division])].map(([code, lines]) => {
      const name = lookups.divisionName(code);
      const page = {
        path: `${code}/index.html`,
        title: `${name}办事指南`,
        lead: `${name}实施的 ${lines.length} 项许可。`,
        bundles: bundles.map(({ view }) => bundleLine(view)).filter(({ division }) => division === code),
      };
      return {
        path: page.path,
        of: lines,
        also: page,
        make: () => listPage(at('../'), { ...page, lines }),
      };
    }),
});

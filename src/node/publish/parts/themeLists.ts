import { listPage } from '../../../guide/index.ts';
import { bundleLine } from '../offeredBundles.ts';
import { lineDigest, linesBy } from './lineDigest.ts';
import { setPart } from './sitePart.ts';

/** A page for each theme that has guides. */
export const themeLists = setPart({
  name: 'themes',
  digest: lineDigest,
  files: (all, { at, lookups, bundles }) =>
    [...linesBy(all, ({ themes }) => themes)].map(([code, lines]) => {
      const name = lookups.codeLabel('themes', code).zh;
      const page = {
        path: `themes/${code}.html`,
        title: name,
        lead: `与“${name}”有关的指南。`,
        bundles: bundles.map(({ view }) => bundleLine(view)).filter(({ themes }) => themes.includes(code)),
      };
      return {
        path: page.path,
        of: lines,
        also: page,
        make: () => listPage(at('../'), { ...page, lines }),
      };
    }),
});

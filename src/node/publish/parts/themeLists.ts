import { waysPage, type Entry, type WaysListing } from '../../../guide/index.ts';
import { bundleLine } from '../offeredBundles.ts';
import { lineDigest, linesBy, type ListedGuide } from './lineDigest.ts';
import { listFiles } from './listFiles.ts';
import type { SiteFacts } from './siteFacts.ts';
import { setPart } from './sitePart.ts';

/** Code lists by which guides are sought, each with its folder and its words. */
const kinds = {
  themes: { title: '按主题', en: 'By theme', lead: '生活和经营里的事，按主题分。' },
  served: { title: '按服务对象', en: 'By who applies', lead: '个人、企业和别的组织各自能办的事。' },
} as const;

type Kind = keyof typeof kinds;

/** Pages for each theme and for each kind of applicant that has guides; all of them. */
export const themeLists = setPart({
  name: 'themes',
  digest: lineDigest,
  files: (all, site) =>
    (['themes', 'served'] as const).flatMap((kind) => {
      const entries = codeEntries(all, site, kind);
      const ways: WaysListing = { path: `${kind}/index.html`, ...kinds[kind], entries };
      const lists = [...linesBy(all, (line) => line[kind])].flatMap(([code, lines]) => {
        const name = site.lookups.codeLabel(kind, code).zh;
        return listFiles(
          site,
          {
            path: `${kind}/${code}.html`,
            title: name,
            lead: kind === 'themes' ? `与“${name}”有关的指南。` : `${name}可以申请的事项。`,
            crumbs: [{ label: ways.title, path: ways.path }],
            bundles:
              kind === 'themes'
                ? site.bundles
                    .map(({ view }) => bundleLine(view))
                    .filter(({ themes }) => themes.includes(code))
                : [],
          },
          lines,
        );
      });
      return [...lists, { path: ways.path, of: [], also: ways, make: () => waysPage(site.at('../'), ways) }];
    }),
});

/** Every code of a list that has guides. */
export function codeEntries(all: readonly ListedGuide[], { lookups }: SiteFacts, kind: Kind): Entry[] {
  return [...linesBy(all, (line) => line[kind])].map(([code, lines]) => ({
    path: `${kind}/${code}.html`,
    label: lookups.codeLabel(kind, code).zh,
    note: `${lines.length} 份指南`,
  }));
}

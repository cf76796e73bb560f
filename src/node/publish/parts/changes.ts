import { atomFeed, mostEntries, type FeedEntry } from '../../../exchange/feed/atomFeed.ts';
import {
  robotsTxt,
  sitemap,
  sitemapFiles,
  sitemapIndex,
  type SitemapPage,
} from '../../../exchange/feed/sitemap.ts';
import { linesBy } from './lineDigest.ts';
import { setPart, type Digest } from './sitePart.ts';

interface ChangeDigest {
  path: string;
  division: string;
  divisionName: string;
  name: string;
  /** Newest first. */
  versions: { path: string; date: string }[];
}

const changeDigest: Digest<ChangeDigest> = {
  name: 'changes',
  of: ({ view, address }) => ({
    path: address.path,
    division: view.division,
    divisionName: view.divisionName,
    name: view.name,
    versions: address.versions.slice(0, mostEntries).map(({ path, date }) => ({ path, date })),
  }),
};

/** What changed and when, for feed readers. */
export const changeFeed = setPart({
  name: 'feed',
  digest: changeDigest,
  files: (all, { lookups, baseUrl, withdrawn = [] }) => {
    const { config } = lookups;
    const entries = [
      ...all.flatMap(({ versions, name, divisionName, path }) =>
        versions.map((version, n): FeedEntry => ({
          kind: n === versions.length - 1 ? 'published' : 'changed',
          date: version.date,
          name,
          divisionName,
          path: version.path,
          current: path,
        })),
      ),
      ...withdrawn.flatMap(({ division, id, versions: [last] }): FeedEntry[] =>
        last === undefined
          ? []
          : [
              {
                kind: 'withdrawn',
                date: last.date,
                name: lookups.itemName(id) ?? id,
                divisionName: lookups.divisionName(division),
                path: last.path,
              },
            ],
      ),
    ];
    const feed = {
      title: config.theme?.name ?? config.title,
      author: config.owner ?? config.title,
      entries,
      ...(baseUrl !== undefined && { baseUrl }),
    };
    return [{ path: 'changes.atom', of: all, also: withdrawn, make: () => atomFeed(feed) }];
  },
});

/** For crawlers: only of a site that knows its address. */
export const crawlerFiles = setPart({
  name: 'sitemap',
  digest: changeDigest,
  files: (all, { baseUrl }) => {
    if (baseUrl === undefined) return [];
    const lists = ['index.html', 'search.html', 'about.html', 'laws/index.html', 'data/index.html'];
    const divisions = [...linesBy(all, ({ division }) => [division]).keys()].map(
      (code) => `${code}/index.html`,
    );
    const pages: SitemapPage[] = [
      ...[...lists, ...divisions].map((path) => ({ path })),
      ...all.map(({ path, versions: [newest] }) => ({ path, ...(newest && { changed: newest.date }) })),
    ];
    const maps = sitemapFiles(pages);
    const names = maps.map(({ path }) => path);
    return [
      ...maps.map(({ path, pages: own }) => ({ path, of: [], also: own, make: () => sitemap(baseUrl, own) })),
      ...(maps.length === 1
        ? []
        : [{ path: 'sitemap.xml', of: [], also: names, make: () => sitemapIndex(baseUrl, names) }]),
      { path: 'robots.txt', of: [], also: baseUrl, make: () => robotsTxt(baseUrl) },
    ];
  },
});

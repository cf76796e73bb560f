import { waysPage, type Entry, type WaysListing } from '../../../guide/index.ts';
import { bundleLine } from '../offeredBundles.ts';
import { lineDigest, linesBy, type ListedGuide } from './lineDigest.ts';
import { listFiles } from './listFiles.ts';
import type { SiteFacts } from './siteFacts.ts';
import { setPart } from './sitePart.ts';

/** Pages for each division that has guides, with the ways to its agencies and to the divisions below it; all of them. */
export const divisionLists = setPart({
  name: 'divisions',
  digest: lineDigest,
  files: (all, site) => {
    const { at, lookups, bundles } = site;
    const entries = divisionEntries(all, site);
    const ways: WaysListing = {
      path: 'divisions.html',
      title: '按地区',
      en: 'By place',
      lead: '每个有指南的地区。',
      entries,
    };
    const below = linesBy(entries, ({ path }) => lookups.divisionChain(path.split('/')[0]!).slice(1, 2));
    const bundlesOf = linesBy(
      bundles.map(({ view }) => bundleLine(view)),
      ({ division }) => [division],
    );
    const lists = [...linesBy(all, ({ division }) => [division])].flatMap(([code, lines]) => {
      const name = lookups.divisionName(code);
      const groups = [
        { id: 'divisions', zh: '下级地区', en: 'Places below', entries: below.get(code) ?? [] },
        { id: 'agencies', zh: '按部门', en: 'By agency', entries: agencyEntries(lines, site) },
      ];
      return listFiles(
        site,
        {
          path: `${code}/index.html`,
          title: `${name}办事指南`,
          lead: `${name}实施的 ${lines.length} 项许可。`,
          bundles: bundlesOf.get(code) ?? [],
          ways: groups,
        },
        lines,
      );
    });
    return [...lists, { path: ways.path, of: [], also: ways, make: () => waysPage(at(''), ways) }];
  },
});

/** Every division that has guides, under its province. */
export function divisionEntries(all: readonly ListedGuide[], { lookups }: SiteFacts): Entry[] {
  return [...linesBy(all, ({ division }) => [division])].map(([code, lines]) => ({
    path: `${code}/index.html`,
    label: lookups.divisionName(code),
    note: `${lines.length} 项`,
    group: lookups.divisionName(lookups.divisionChain(code).at(-2) ?? code),
  }));
}

/** Every agency that decides on one of `lines`, under its division, in the order of the catalogue. */
export function agencyEntries(lines: readonly ListedGuide[], { lookups }: SiteFacts): Entry[] {
  const ofAgency = linesBy(lines, ({ agency }) => (agency === undefined ? [] : [agency]));
  return [...ofAgency]
    .flatMap(([id, list]) => {
      const agency = lookups.agency(id);
      return agency === undefined ? [] : [{ agency, count: list.length }];
    })
    .sort((a, b) => (a.agency.file + a.agency.id < b.agency.file + b.agency.id ? -1 : 1))
    .map(({ agency, count }) => ({
      path: `agencies/${agency.id}.html`,
      label: agency.name,
      note: `${count} 项`,
      group: lookups.divisionName(agency.division),
    }));
}

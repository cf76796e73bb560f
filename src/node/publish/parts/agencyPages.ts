import { agencyPage, pagesOf, waysPage, type WaysListing } from '../../../guide/index.ts';
import { agencyEntries } from './divisionLists.ts';
import { lineDigest, linesBy } from './lineDigest.ts';
import { setPart } from './sitePart.ts';

/** Pages for each agency of the catalogue; all that decide on something. */
export const agencyPages = setPart({
  name: 'agencies',
  digest: lineDigest,
  files: (all, site) => {
    const { at, lookups } = site;
    const ofAgency = linesBy(all, ({ agency }) => (agency === undefined ? [] : [agency]));
    const ways: WaysListing = {
      path: 'agencies/index.html',
      title: '按部门',
      en: 'By agency',
      lead: '每个决定许可的机关。',
      entries: agencyEntries(all, site),
    };
    const divisions = new Set(all.map(({ division }) => division));
    const pages = lookups.data.agencies.flatMap((agency) => {
      const isInList = divisions.has(agency.division);
      return pagesOf(`agencies/${agency.id}.html`, ofAgency.get(agency.id) ?? []).map(
        ({ path, lines, paging }) => ({
          path,
          of: lines,
          also: { agency, paging, isInList },
          make: () => agencyPage(at('../'), agency, { lines, paging, isInList }),
        }),
      );
    });
    return [...pages, { path: ways.path, of: [], also: ways, make: () => waysPage(at('../'), ways) }];
  },
});

import { agencyPage } from '../../../guide/index.ts';
import { lineDigest, linesBy } from './lineDigest.ts';
import { setPart } from './sitePart.ts';

/** A page for each agency of the catalogue. */
export const agencyPages = setPart({
  name: 'agencies',
  digest: lineDigest,
  files: (all, { at, lookups }) => {
    const ofAgency = linesBy(all, ({ agency }) => (agency === undefined ? [] : [agency]));
    return lookups.data.agencies.map((agency) => {
      const lines = ofAgency.get(agency.id) ?? [];
      return {
        path: `agencies/${agency.id}.html`,
        of: lines,
        also: agency,
        make: () => agencyPage(at('../'), agency, lines),
      };
    });
  },
});

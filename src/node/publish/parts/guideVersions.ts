import type { GuidePart } from './sitePart.ts';

/** What each guide says now, at an address that stays. */
export const guideVersions: GuidePart = {
  kind: 'guide',
  name: 'versions',
  files: ({ version: { path, added } }) =>
    added === undefined ? [] : [{ path, permanent: true, make: added }],
};

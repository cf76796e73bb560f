import type { GuidePart } from './sitePart.ts';

import { recordPath } from '../versionRecord.ts';

/** What each guide says now, at an address that stays. */
export const guideVersions: GuidePart = {
  kind: 'guide',
  name: 'versions',
  files: ({ version: { path, added, record } }) => [
    ...(added === undefined ? [] : [{ path, permanent: true as const, make: added }]),
    ...(record === undefined ? [] : [{ path: recordPath(path), permanent: true as const, make: record }]),
  ],
};

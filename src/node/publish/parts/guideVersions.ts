import { recordPath } from '../versionRecord.ts';
import type { PageVersion } from './siteFacts.ts';
import type { GuidePart, SiteFile } from './sitePart.ts';

/** What each guide says now, at an address that stays. */
export const guideVersions: GuidePart = {
  kind: 'guide',
  name: 'versions',
  files: ({ version }) => versionFiles(version),
};

/** The page of a version that no site has shown yet, and the record of what it says. */
export function versionFiles({ path, added, record }: PageVersion): SiteFile[] {
  return [
    ...(added === undefined ? [] : [{ path, permanent: true as const, make: added }]),
    ...(record === undefined ? [] : [{ path: recordPath(path), permanent: true as const, make: record }]),
  ];
}

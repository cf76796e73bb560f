import { listPage, pagesOf, type GuideListing } from '../../../guide/index.ts';
import type { ListedGuide } from './lineDigest.ts';
import type { SiteFacts } from './siteFacts.ts';
import type { SetFile } from './sitePart.ts';

/** A list of guides as pages: an edit of a guide reaches only the page that names it. */
export function listFiles(
  { at }: SiteFacts,
  listing: Omit<GuideListing, 'lines' | 'paging'>,
  lines: readonly ListedGuide[],
): SetFile<ListedGuide>[] {
  const root = '../'.repeat(listing.path.split('/').length - 1);
  return pagesOf(listing.path, lines).map((page) => {
    const { path, paging } = page;
    // What is no guide stands on the first page alone.
    const { title, lead, crumbs = [] } = listing;
    const also = paging.number === 1 ? { ...listing, path, paging } : { title, lead, crumbs, path, paging };
    return { path, of: page.lines, also, make: () => listPage(at(root), { ...also, lines: page.lines }) };
  });
}

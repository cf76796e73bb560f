import { html, type Content } from '../html.ts';
import { entryGrid, guideList, type Entry, type GuideLine } from './entries.ts';
import { layout, type Site } from './layout.ts';
import { pagesNav, pageWords, type Paging } from './paging.ts';

export interface GuideListing {
  path: string;
  title: string;
  lead: string;
  crumbs?: { label: string; path?: string }[];
  /** Bundles (一件事) that belong here. */
  bundles?: readonly GuideLine[];
  /** Other ways from here, each kind under its heading. */
  ways?: readonly WaysGroup[];
  lines: readonly GuideLine[];
  /** Which page of the list this is; the only one unless said. */
  paging?: Paging;
}

/** Entries of one kind under a heading. */
export interface WaysGroup {
  id: string;
  zh: string;
  en: string;
  entries: readonly Entry[];
}

/** Guides of one division, theme or kind of applicant. What is no guide stands on the first page. */
export function listPage(
  site: Site,
  { path, title, lead, crumbs = [], bundles = [], ways = [], lines, paging }: GuideListing,
): string {
  const page = paging ?? { number: 1, count: 1, first: path };
  const isFirst = page.number === 1;
  const hasMore = isFirst && (bundles.length > 0 || ways.some(({ entries }) => entries.length > 0));
  return layout(site, {
    title: title + pageWords(page),
    description: lead,
    path,
    crumbs: [...crumbs, { label: title }],
    uses: ['lists'],
    body: html`<h1>${title}${pageWords(page)}</h1><p class="lead">${lead}</p>${
      isFirst &&
      html`${ways.map((group) => waysGroup(site, group))}${
        bundles.length > 0 &&
        html`<section aria-labelledby="bundles"><h2 id="bundles">一件事 <span lang="en">Several permits as one</span></h2>${guideList(site, bundles)}</section>`
      }`
    }${
      hasMore
        ? html`<section aria-labelledby="guides"><h2 id="guides">全部指南 <span lang="en">All guides</span></h2>${guideList(site, lines)}</section>`
        : guideList(site, lines)
    }${pagesNav(site, page)}`,
  });
}

/** A kind of ways under its heading; nothing where there is none. */
export function waysGroup(site: Site, { id, zh, en, entries }: WaysGroup): Content {
  return (
    entries.length > 0 &&
    html`<section aria-labelledby="${id}"><h2 id="${id}">${zh} <span lang="en">${en}</span></h2>${entryGrid(site, entries)}</section>`
  );
}

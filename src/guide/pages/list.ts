import { html } from '../html.ts';
import { guideList, type GuideLine } from './entries.ts';
import { layout, type Site } from './layout.ts';

export interface GuideListing {
  path: string;
  title: string;
  lead: string;
  crumbs?: { label: string; path?: string }[];
  /** Bundles (一件事) that belong here. */
  bundles?: GuideLine[];
  lines: GuideLine[];
}

/** Guides of one division or theme. */
export function listPage(
  site: Site,
  { path, title, lead, crumbs = [], bundles = [], lines }: GuideListing,
): string {
  return layout(site, {
    title,
    description: lead,
    path,
    crumbs: [...crumbs, { label: title }],
    uses: ['lists'],
    body: html`<h1>${title}</h1><p class="lead">${lead}</p>${
      bundles.length === 0
        ? ''
        : html`<section aria-labelledby="bundles"><h2 id="bundles">一件事 <span lang="en">Several permits as one</span></h2>${guideList(site, bundles)}</section>`
    }${guideList(site, lines)}`,
  });
}

import { html } from '../html.ts';
import { guideList, type GuideLine } from './entries.ts';
import { layout, type Site } from './layout.ts';

export interface GuideListing {
  path: string;
  title: string;
  lead: string;
  crumbs?: { label: string; path?: string }[];
  lines: GuideLine[];
}

/** Guides of one division or theme. */
export function listPage(site: Site, { path, title, lead, crumbs = [], lines }: GuideListing): string {
  return layout(site, {
    title,
    description: lead,
    path,
    crumbs: [...crumbs, { label: title }],
    body: html`<h1>${title}</h1><p class="lead">${lead}</p>${guideList(site, lines)}`,
  });
}

import { html, type Content } from '../html.ts';
import { entryGrid, type Entry } from './entries.ts';
import { layout, type Site } from './layout.ts';

export interface WaysListing {
  path: string;
  title: string;
  en: string;
  lead: string;
  entries: readonly Entry[];
}

/** Every way of one kind to guides: all agencies, all centres, every letter; those with a group under its heading. */
export function waysPage(site: Site, { path, title, en, lead, entries }: WaysListing): string {
  return layout(site, {
    title,
    description: lead,
    path,
    crumbs: [{ label: title }],
    uses: ['lists'],
    body: html`<h1>${title} <span lang="en">${en}</span></h1><p class="lead">${lead}</p>${groupedEntries(site, entries)}`,
  });
}

/** Entries in their groups, in order of appearance. */
export function groupedEntries(site: Site, entries: readonly Entry[]): Content {
  if (entries.length === 0) return html`<p class="none">没有。 <span lang="en">None.</span></p>`;
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.group ?? '');
    if (group === undefined) groups.set(entry.group ?? '', [entry]);
    else group.push(entry);
  }
  return [...groups].map(([group, list]) =>
    group === '' ? entryGrid(site, list) : html`<h2 class="group">${group}</h2>${entryGrid(site, list)}`,
  );
}

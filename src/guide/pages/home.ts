import { html } from '../html.ts';
import { entryGrid, searchForm, type Entry } from './entries.ts';
import { layout, siteName, type Site } from './layout.ts';

/** The first page: search, then every way to a guide. */
export function homePage(
  site: Site,
  { divisions, themes, bundles, agencies }: Record<'divisions' | 'themes' | 'bundles' | 'agencies', Entry[]>,
): string {
  const { config } = site.lookups;
  const groups = new Map<string, Entry[]>();
  for (const agency of agencies)
    groups.set(agency.group ?? '', [...(groups.get(agency.group ?? '') ?? []), agency]);
  return layout(site, {
    title: siteName(config),
    description: config.notice,
    path: 'index.html',
    uses: ['lists', 'buttons', 'find'],
    body: html`<h1>要办什么事？</h1><p class="lead">查清条件、材料、时限、收费和地点。每份指南都写明法律依据，发布过的版本都能查到。</p>${searchForm(site)}<div class="ways"><section aria-labelledby="themes"><h2 id="themes">按主题 <span lang="en">By theme</span></h2>${entryGrid(site, themes)}</section><section aria-labelledby="divisions"><h2 id="divisions">按地区 <span lang="en">By place</span></h2>${entryGrid(site, divisions)}</section></div>${bundles.length === 0 ? '' : html`<section aria-labelledby="bundles"><h2 id="bundles">一件事 <span lang="en">Several permits as one</span></h2>${entryGrid(site, bundles)}</section>`}<section aria-labelledby="agencies"><h2 id="agencies">按部门 <span lang="en">By agency</span></h2>${[
      ...groups,
    ].map(
      ([group, list]) => html`${group === '' ? '' : html`<h3>${group}</h3>`}${entryGrid(site, list)}`,
    )}</section>`,
  });
}

import { html, type Content } from '../html.ts';
import { entryGrid, searchForm, type Entry } from './entries.ts';
import { layout, link, siteName, type Site } from './layout.ts';

/** The ways from the first page: of each kind all, or the first of them and how many there are. */
export interface HomeWays {
  guides: number;
  themes: Ways;
  served: Ways;
  divisions: Ways;
  bundles: Ways;
  agencies: Ways;
  centres: Ways;
  letters: Entry[];
}

export interface Ways {
  shown: Entry[];
  count: number;
}

/** The first page: search, then every way to a guide. */
export function homePage(site: Site, ways: HomeWays): string {
  const { config } = site.lookups;
  return layout(site, {
    title: siteName(config),
    description: config.notice,
    path: 'index.html',
    uses: ['lists', 'buttons', 'find'],
    body: html`<h1>要办什么事？ <span lang="en">What do you need?</span></h1><p class="lead">查清条件、材料、时限、收费和地点。每份指南都写明法律依据，发布过的版本都能查到。</p>${searchForm(site)}<nav class="letters" aria-label="按拼音首字母 A to Z">${ways.letters.map(
      ({ path, label }) => link(site, path, label),
    )}</nav><div class="ways">${[
      kind(site, 'themes', '按主题', 'By theme', ways.themes, 'themes/index.html'),
      kind(site, 'served', '按服务对象', 'By who applies', ways.served, 'served/index.html'),
      kind(site, 'divisions', '按地区', 'By place', ways.divisions, 'divisions.html'),
      kind(site, 'bundles', '一件事', 'Life events: several permits as one', ways.bundles, 'events.html'),
    ]}</div>${kind(site, 'centres', '按办事大厅', 'By centre', ways.centres, 'centres/index.html')}${kind(site, 'agencies', '按部门', 'By agency', ways.agencies, 'agencies/index.html')}<p>${link(site, 'figures.html', html`本目录的数字：${ways.guides} 份指南，有多少不收费，时限压缩了多少 <span lang="en">This catalogue in figures</span>`)}</p>`,
  });
}

function kind(site: Site, id: string, zh: string, en: string, { shown, count }: Ways, all: string): Content {
  if (count === 0) return '';
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${zh} <span lang="en">${en}</span></h2>${entryGrid(site, shown)}${
    count > shown.length && html`<p class="more">${link(site, all, `全部 ${count} 个`)}</p>`
  }</section>`;
}

import { html, type Content } from '../html.ts';
import { entryGrid, guideList, searchForm, type Entry, type GuideLine } from './entries.ts';
import { layout, link, type Site } from './layout.ts';

/** What the search page knows: the guides where they are few, else the ways to them. */
export interface SearchListing {
  /** How many guides and bundles there are. */
  count: number;
  /** All of them, in order of name, where one page can list them. */
  lines?: readonly GuideLine[];
  letters: readonly Entry[];
  /** By which answers are narrowed. */
  divisions: readonly CodeEntry[];
  themes: readonly CodeEntry[];
}

export interface CodeEntry extends Entry {
  code: string;
}

/** A choice of more places is no choice: one types the name of the place then. */
const mostChoices = 400;
/** So many places are shown before the page of all of them. */
const fewPlaces = 24;

/** Search: the script, where it runs, answers while one types; without it the lists lead everywhere. */
export function searchPage(site: Site, listing: SearchListing): string {
  const { count, lines, letters, divisions, themes } = listing;
  const title = '搜索全部事项';
  const said =
    lines === undefined
      ? html`共 ${count} 份指南。 <span lang="en">${count} guides.</span>`
      : html`共 ${count} 份指南，按名称排列。 <span lang="en">${count} guides, by name.</span>`;
  return layout(site, {
    title,
    path: 'search.html',
    crumbs: [{ label: '搜索' }],
    uses: ['lists', 'buttons', 'find', 'answers'],
    head: html`<script src="${site.root}search.js" defer></script>`,
    body: html`<h1>${title} <span lang="en">Search</span></h1>${searchForm(site)}<div id="narrow" class="narrow" data-live="later">${choice('at', '地区', 'Place', '全部地区', divisions)}${choice('theme', '主题', 'Theme', '全部主题', themes)}</div><noscript><p>这台设备没有运行脚本：下面的列表通向每一份指南。 <span lang="en">Without scripts, the lists below lead to every guide.</span></p></noscript><p id="count" role="status">${said}</p><div id="results">${
      lines === undefined ? waysToAll(site, listing) : guideList(site, lines)
    }</div><div id="nothing" hidden><p>可以打字、拼音或拼音首字母，例如“砍树”“kanshu”“lmcfxk”。也可以从列表里找，或者拨打 <a href="tel:12345">12345</a> 问一问。 <span lang="en">Try other words or pinyin, use the lists, or call 12345.</span></p><nav class="letters" aria-label="拼音首字母 Letters">${letters.map(
      ({ path, label }) => link(site, path, label),
    )}</nav>${entryGrid(site, themes)}</div>`,
  });
}

function waysToAll(site: Site, { letters, divisions, themes }: SearchListing): Content {
  return html`<nav class="letters" aria-label="按拼音首字母 A to Z">${letters.map(({ path, label }) => link(site, path, label))}</nav><section aria-labelledby="by-theme"><h2 id="by-theme">按主题 <span lang="en">By theme</span></h2>${entryGrid(site, themes)}</section><section aria-labelledby="by-place"><h2 id="by-place">按地区 <span lang="en">By place</span></h2>${entryGrid(site, divisions.slice(0, fewPlaces))}${
    divisions.length > fewPlaces &&
    html`<p class="more">${link(site, 'divisions.html', `全部 ${divisions.length} 个`)}</p>`
  }</section>`;
}

function choice(id: string, zh: string, en: string, all: string, entries: readonly CodeEntry[]): Content {
  return html`<label>${zh} <span lang="en">${en}</span> <select id="${id}"><option value="">${all}</option>${(entries.length <=
  mostChoices
    ? entries
    : []
  ).map(({ code, label }) => html`<option value="${code}">${label}</option>`)}</select></label>`;
}

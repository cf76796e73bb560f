import { html, type Content, type Html } from '../html.ts';
import type { Site } from './layout.ts';

/** A guide as a line of a list. */
export interface GuideLine {
  path: string;
  id: string;
  name: string;
  everydayName: string | undefined;
  summary: string | undefined;
  division: string;
  divisionName: string;
  authority: string;
  agency: string | undefined;
  promised: string;
  fee: string;
  themes: string[];
}

/** A way to guides: a division, a theme, an agency. */
export interface Entry {
  path: string;
  label: string;
  note: string;
  /** Heading under which it stands among others of its kind. */
  group?: string;
}

/** Guides, one a line: what it is called, who decides, how long, what it costs. */
export function guideList(site: Site, lines: readonly GuideLine[]): Html {
  if (lines.length === 0) return html`<p class="none">没有。 <span lang="en">None.</span></p>`;
  return html`<ul class="list">${lines.map((line) => html`<li>${guideLine(site, line)}</li>`)}</ul>`;
}

function guideLine(site: Site, line: GuideLine): Content {
  const note = [line.everydayName, line.authority].filter((part) => part !== undefined && part !== '');
  return html`<a href="${site.root}${line.path}"><b>${line.name}</b><small>${note.join(' · ')}</small><em><span>${line.promised}</span><span>${line.fee}</span></em></a>`;
}

/** Ways to guides, side by side. */
export function entryGrid(site: Site, entries: readonly Entry[]): Html {
  return html`<ul class="grid">${entries.map(
    ({ path, label, note }) =>
      html`<li><a href="${site.root}${path}"><b>${label}</b><small>${note}</small></a></li>`,
  )}</ul>`;
}

/** Leads to the search page, from there it narrows while one types. */
export function searchForm(site: Site): Html {
  return html`<form class="find" role="search" action="${site.root}search.html" method="get"><input type="search" name="q" id="q" aria-label="搜索事项 Search" placeholder="如：开餐馆、砍树、卫生证" autocomplete="off" /><button type="submit">搜索</button></form>`;
}

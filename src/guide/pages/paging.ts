import { html, type Content } from '../html.ts';
import { link, type Site } from './layout.ts';

/** How many guides a page lists: some 5 KB compressed, whatever the catalogue. */
export const linesOnPage = 100;

/** One page of a list that goes over several. */
export interface Paging {
  /** From 1. */
  number: number;
  /** How many there are. */
  count: number;
  /** Path of the first, from the root of the site. */
  first: string;
}

/** A long list in pages of `linesOnPage`; a list without lines has one empty page. `path` is that of the first. */
export function pagesOf<L>(
  path: string,
  lines: readonly L[],
): { path: string; lines: L[]; paging: Paging }[] {
  const count = Math.max(1, Math.ceil(lines.length / linesOnPage));
  return Array.from({ length: count }, (_, i) => ({
    path: pathOf(path, i + 1),
    lines: lines.slice(i * linesOnPage, (i + 1) * linesOnPage),
    paging: { number: i + 1, count, first: path },
  }));
}

/** `themes/tea.html`, `themes/tea.2.html`: no name in a catalogue has a dot, so none is taken. */
function pathOf(first: string, number: number): string {
  return number === 1 ? first : first.replace(/\.html$/, `.${number}.html`);
}

/** Where a page of a list stands. */
export function pagePath({ number, first }: Paging): string {
  return pathOf(first, number);
}

/** What a title says of a further page. */
export function pageWords({ number, count }: Paging): string {
  return number === 1 ? '' : `（第 ${number} 页，共 ${count} 页）`;
}

/** The way to the other pages: the first, the last, those around, and from ten to ten. */
export function pagesNav(site: Site, { number, count, first }: Paging): Content {
  if (count === 1) return '';
  const shown = Array.from({ length: count }, (_, i) => i + 1).filter(
    (one) => one === 1 || one === count || Math.abs(one - number) < 3 || one % 10 === 0,
  );
  return html`<nav class="pages" aria-label="分页 Pages"><ol>${shown.map(
    (one) =>
      html`<li>${one === number ? html`<span aria-current="page">${one}</span>` : link(site, pathOf(first, one), one)}</li>`,
  )}</ol></nav>`;
}

import { html, type Content } from '../html.ts';
import type { Figure } from '../view/figures.ts';
import { layout, link, type Site } from './layout.ts';

export interface FiguresListing {
  date: string;
  guides: number;
  items: number;
  divisions: number;
  all: readonly Figure[];
  /** The same by place, where there are not too many; each leads to its list. */
  places: readonly { name: string; path: string; guides: number; figures: readonly Figure[] }[];
}

/** What the catalogue promises in figures, each with what it is counted of. */
export function figuresPage(
  site: Site,
  { date, guides, items, divisions, all, places }: FiguresListing,
): string {
  return layout(site, {
    title: '本目录的数字',
    path: 'figures.html',
    crumbs: [{ label: '本目录的数字' }],
    uses: ['compare'],
    body: html`<h1>本目录的数字 <span lang="en">This catalogue in figures</span></h1><p class="lead">${date} 有 ${guides} 份指南，属于 ${items} 个事项、${divisions} 个地区。数字由指南自己写明的内容算出，每个都写着按什么算。</p><div class="wide" tabindex="0" role="group" aria-label="数字 Figures"><table class="compare"><thead><tr><th scope="col">数字</th><th scope="col">多少</th><th scope="col">按什么算</th></tr></thead><tbody>${all.map(
      (figure) =>
        html`<tr><th scope="row">${figure.zh} <span lang="en">${figure.en}</span></th><td><b>${valueWords(figure)}</b></td><td>${figure.note}</td></tr>`,
    )}</tbody></table></div>${byPlace(site, all, places)}`,
  });
}

function byPlace(site: Site, all: readonly Figure[], places: FiguresListing['places']): Content {
  if (places.length < 2) return '';
  return html`<section aria-labelledby="places"><h2 id="places">按地区 <span lang="en">By place</span></h2><div class="wide" tabindex="0" role="group" aria-labelledby="places"><table class="compare"><thead><tr><th scope="col">地区</th><th scope="col">指南</th>${all.map(
    ({ zh }) => html`<th scope="col">${zh}</th>`,
  )}</tr></thead><tbody>${places.map(
    ({ name, path, guides, figures }) =>
      html`<tr><th scope="row">${link(site, path, name)}</th><td>${guides}</td>${all.map(({ zh }) => {
        const figure = figures.find((one) => one.zh === zh);
        return html`<td>${figure === undefined ? '—' : valueWords(figure)}</td>`;
      })}</tr>`,
  )}</tbody></table></div></section>`;
}

/** 42 %, or 1.3. */
function valueWords({ kind, value }: Figure): string {
  return kind === 'share' ? `${Math.round(value * 100)}%` : value.toFixed(1);
}

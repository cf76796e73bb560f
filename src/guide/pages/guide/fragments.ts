import { html, raw, safeUrl, type Content, type Html } from '../../html.ts';
import type { BodyView, CitationView, Fact, Group, PointView, WhenView } from '../../view/types.ts';
import { link, type Around } from '../layout.ts';

/** A part of a guide under a heading of its own. */
export interface Section {
  id: string;
  zh: string;
  en: string;
  body: Content;
}

/** The place in the item that a part shows: the studio's preview leads from it to the field; no other page needs it. */
export function at({ placed }: Around, pointer: string): Content {
  return placed === true && html` data-path="${pointer}"`;
}

/** For which answers a part stands, for the style of the questions to act on. */
export function when(view: WhenView): Content {
  const answers = Object.entries(view);
  if (answers.length === 0) return '';
  const attributes = answers
    .filter(([id]) => /^[a-z0-9-]+$/.test(id))
    .map(([id, values]) => html` data-q-${raw(id)}="${values.join(' ')}"`);
  return html`${attributes}`;
}

/** The same in words, which stay true on paper and where nothing was answered. */
export function whenWords(point: Pick<PointView, 'whenWords'>): Content {
  return point.whenWords === '' ? '' : html`<span class="when">仅限：${point.whenWords}</span>`;
}

export function notStated(): Html {
  return html`<p class="none">未写明 <span lang="en">not stated</span></p>`;
}

/** A group as its template shows it, or why there is nothing. */
export function group<T>(value: Group<T>, filled: (list: T[]) => Content): Content {
  if (value.none !== undefined) return none(value.none);
  return value.list.length === 0 ? notStated() : filled(value.list);
}

/** Expressly none, with the reason. Reasons that say it themselves are not led in twice. */
export function none(reason: string): Html {
  return /^[不无没]/.test(reason)
    ? html`<p class="none">${reason}</p>`
    : html`<p class="none"><b>无</b>：${reason}</p>`;
}

/** The English name of what a page is about, below its heading. */
export function englishName(en: string | undefined): Content {
  return en !== undefined && html`<p lang="en">${en}</p>`;
}

export function factRows(site: Around, list: Fact[]): Html {
  return html`<dl class="rows">${list.map((fact) => factRow(site, fact))}</dl>`;
}

export function factRow(site: Around, { label, value, basis, href }: Fact, attributes: Content = ''): Html {
  const words =
    href === undefined || site.inert === true ? value : html`<a href="${safeUrl(href)}">${value}</a>`;
  return html`<div${attributes}><dt>${label.zh}</dt><dd>${words}${cited(site, basis)}</dd></div>`;
}

export function points(site: Around, list: PointView[], pointer: string): Html {
  return html`<ol class="points">${list.map(
    (point) =>
      html`<li${when(point.when)}${at(site, `${pointer}/${point.index}`)}>${point.text} ${whenWords(point)}${cited(site, point.basis)}</li>`,
  )}</ol>`;
}

/** 依据：… in small print, or nothing. */
export function cited(site: Around, list: CitationView[], lead = '依据'): Content {
  return list.length === 0 ? '' : html`<p class="small cite">${lead}：${citations(site, list)}</p>`;
}

/** Citations, each a link to its article on the page of its law. */
export function citations(site: Around, list: CitationView[]): Content {
  return list.map((citation, i) => html`${i === 0 ? '' : '、'}${citationLink(site, citation)}`);
}

/** Thousands of guides lead to the same articles. */
const links = new Map<string, Html>();
const mostLinks = 20_000;

function citationLink(site: Around, { law, article, words }: CitationView): Content {
  if (law === undefined) return words;
  if (site.inert === true) return linkTo(site, law, article, words);
  const key = `${site.root} ${law} ${article} ${words}`;
  let made = links.get(key);
  if (made === undefined) {
    if (links.size >= mostLinks) links.clear();
    links.set(key, (made = linkTo(site, law, article, words)));
  }
  return made;
}

function linkTo(site: Around, law: string, article: number | undefined, words: string): Html {
  return link(site, `laws/${law}.html${article === undefined ? '' : `#a${article}`}`, words);
}

export function bodyWords(site: Around, view: BodyView): Html {
  const name =
    view.agency === undefined ? html`${view.name}` : link(site, `agencies/${view.agency}.html`, view.name);
  return html`${name}${view.phone === undefined ? '' : html` <span class="small">${view.phone}</span>`}`;
}

/** Blank form and filled sample, where there are any. */
export function formLinks(site: Around, form: string | undefined, sample: string | undefined): Content {
  const files = [
    ...(form === undefined ? [] : [link(site, form, `空白表格${formatOf(form)}`)]),
    ...(sample === undefined ? [] : [link(site, sample, `填写样例${formatOf(sample)}`)]),
  ];
  return files.length === 0 ? '' : html`<p class="files">${files}</p>`;
}

/** What opens the file, said before it is downloaded. */
function formatOf(path: string): string {
  return `（${path.slice(path.lastIndexOf('.') + 1).toUpperCase()}）`;
}

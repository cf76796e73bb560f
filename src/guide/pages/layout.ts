import type { Lookups } from '../../catalogue/index.ts';
import { willRecur } from '../../model/recurringValues.ts';
import { html, raw, safeUrl, type Content, type Html } from '../html.ts';
import type { Theme } from '../../model/theme/themeTokens.ts';
import { style, type StylePart } from '../style.ts';
import { themeStyle } from '../themeStyle.ts';

/** What a page knows of the site around it. */
export interface Site {
  lookups: Lookups;
  /** Way from this page to the root of the site: `''`, `'../'`, … */
  root: string;
  /** Address of the site, for canonical links, without a slash at the end. */
  baseUrl?: string;
  /** Links lead nowhere: the page stands alone in the studio's preview. */
  inert?: boolean;
  /** Each part says where in the file it is written: for the studio's preview, and for nobody else. */
  placed?: boolean;
  /** Where the catalogue's attachments are read, with a slash at the end; the root of the site unless said. */
  filesRoot?: string;
}

/** What most parts of a page know of it: nothing of the catalogue. */
export type Around = Pick<Site, 'root' | 'inert' | 'placed'>;

export interface Page {
  title: string;
  description?: string | undefined;
  /** Path of the page from the root of the site. */
  path: string;
  /** Path of the page that this one is a version of. */
  canonical?: string;
  head?: Content;
  /** Chinese unless said. */
  language?: 'en';
  /** Parts of the style that the body needs. */
  uses?: readonly StylePart[];
  /** Where the page stands, from the home page down; the last is the page itself. */
  crumbs?: { label: string; path?: string }[];
  body: Content;
}

/** A link inside the site, or plain words where links are inert. */
export function link(site: Around, path: string, label: Content): Html {
  return site.inert === true
    ? html`<span class="link">${label}</span>`
    : html`<a href="${safeUrl(site.root + path)}">${label}</a>`;
}

/** As the root element says it. A page in English is not set as the small English beside Chinese is. */
const languages = { zh: 'zh-CN', en: 'en-GB' } as const;

/** What the site is called on its pages. */
export function siteName({ title, theme }: Site['lookups']['config']): string {
  return theme?.name ?? title;
}

/** The whole document: head, bar, notice, crumbs, body, foot. */
export function layout(site: Site, page: Page): string {
  return layoutPieces(site, page, [html`${page.body}`]).join('');
}

/** The same in pieces, of which many pages have some in common; the body is in pieces already. */
export function layoutPieces(site: Site, page: Omit<Page, 'body'>, body: readonly Html[]): Html[] {
  const { config } = site.lookups;
  const { theme } = config;
  const name = siteName(config);
  const canonical =
    site.baseUrl === undefined
      ? page.canonical && site.root + page.canonical
      : `${site.baseUrl}/${page.canonical ?? page.path}`;
  // Markup stands without white space between lines: on thousands of pages that is read by nobody and paid by all.
  return [
    html`<!doctype html><html lang="${languages[page.language ?? 'zh']}"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width,initial-scale=1" /><title>${page.title}${page.title === name ? '' : ` - ${name}`}</title><meta name="description" content="${
      page.description ?? `${page.title}，${name}`
    }" /><meta name="referrer" content="no-referrer" />${
      canonical !== undefined && html`<link rel="canonical" href="${safeUrl(canonical)}" />`
    }<link rel="icon" href="data:," />`,
    styleElement(page.uses ?? [], theme),
    html`${page.head}${script(site)}</head><body><a class="skip" href="#main">跳到正文 <span lang="en">Skip to content</span></a>`,
    header(site, page.language),
    html`<main id="main">${crumbs(site, page)}`,
    ...body,
    html`</main>`,
    footer(site, page.language),
    html`</body></html>`,
  ];
}

/** `make`, which looks at nothing of a site but what is named here, once for all its pages in which that is the same. */
function ofSite(
  make: (site: Site, language: Page['language']) => Html,
): (site: Site, language: Page['language']) => Html {
  const kept = new WeakMap<Site['lookups'], Map<string, { result: Html; again: () => void }>>();
  return (site, language) => {
    const { lookups, root, filesRoot = '', inert = false } = site;
    if (lookups.noted === undefined) return make(site, language);
    let known = kept.get(lookups);
    if (known === undefined) kept.set(lookups, (known = new Map<string, never>()));
    const key = `${root} ${filesRoot} ${inert} ${language}`;
    let made = known.get(key);
    if (made === undefined) {
      known.set(key, (made = lookups.noted(() => make(site, language))));
      willRecur(made.result);
    } else made.again();
    return made.result;
  };
}

/** Makes the type large, by the style alone; the script remembers it. */
const largeType = html`<label class="big"><input id="big" type="checkbox" />大字 <span lang="en">Large</span></label>`;

/** What remembers, reads aloud and reckons on the device. It comes after the page, which is whole without it. */
function script(site: Site): Content {
  return site.inert !== true && html`<script src="${site.root}guide.js" defer></script>`;
}

const header = ofSite((site, language) => {
  const { config } = site.lookups;
  const { theme } = config;
  const home = html`${emblem(site)}<span>${named(siteName(config), theme?.nameEn)}</span>`;
  return html`<header><div class="bar"><div class="in">${
    site.inert === true
      ? html`<span class="home">${home}</span>`
      : html`<a class="home" href="${site.root}index.html">${home}</a>`
  }<nav aria-label="网站 Site">${ways(site, language)}${outLinks(site, theme?.links)}${largeType}</nav></div></div><div class="notice"><p class="in">${config.notice} <span lang="en">${config.noticeEn}</span></p></div></header>`;
});

/** Where every page leads, in the language of the page. */
function ways(site: Site, language: Page['language']): Content {
  return language === 'en'
    ? html`${link(site, 'search.html', 'Search')}${link(site, 'laws/index.html', 'Laws')}${link(site, 'about.html', 'About')}`
    : html`${link(site, 'search.html', '搜索')}${link(site, 'laws/index.html', '法律依据')}${link(site, 'about.html', '说明')}`;
}

const footer = ofSite((site, language) => {
  const { config } = site.lookups;
  const { theme } = config;
  return html`<footer><div class="in"><nav aria-label="页脚 Foot">${
    site.inert !== true &&
    (language === 'en'
      ? html`${link(site, 'index.html', 'Home')}${ways(site, language)}`
      : html`${link(site, 'index.html', '首页')}${link(site, 'search.html', '全部事项')}${link(site, 'laws/index.html', '法律依据')}${link(site, 'about.html', '关于本站')}`)
  }${outLinks(site, theme?.footLinks)}</nav><p>${config.owner ?? config.title}</p>${theme?.footLines?.map((line) => html`<p>${named(line?.zh ?? '', line?.en)}</p>`)}${record(site, theme)}</div></footer>`;
});

const seal = html`<span class="seal" aria-hidden="true">规程</span>`;
const noTheme: Theme = {};
const styles = new WeakMap<Theme, Map<string, Html>>();

/** The same catalogue makes thousands of pages. */
function styleElement(uses: readonly StylePart[], theme: Theme | undefined): Html {
  let ofTheme = styles.get(theme ?? noTheme);
  if (ofTheme === undefined) styles.set(theme ?? noTheme, (ofTheme = new Map<string, Html>()));
  const rules = style(uses);
  let element = ofTheme.get(rules);
  if (element === undefined) {
    element = html`<style>${raw(rules + (theme === undefined ? '' : themeStyle(theme)))}</style>`;
    ofTheme.set(rules, element);
    willRecur(element);
  }
  return element;
}

/** The logo says no more than the name beside it. Where the page stands alone its file may be out of reach. */
function emblem(site: Site): Html {
  const { logo, logoShape } = site.lookups.config.theme ?? {};
  const root = site.filesRoot ?? (site.inert === true ? undefined : site.root);
  if (logo === undefined || root === undefined) return seal;
  return html`<img class="logo${logoShape === 'wide' && ' wide'}" src="${safeUrl(root + logo)}" alt="" />`;
}

function named(zh: string, en: string | undefined): Content {
  return en === undefined ? zh : html`${zh} <span lang="en">${en}</span>`;
}

/** Links that a catalogue gives to places elsewhere. */
function outLinks(site: Site, links: Theme['links']): Content {
  return links?.map((one) => outLink(site, one?.url, named(one?.zh ?? '', one?.en)));
}

function outLink(site: Site, url: string | undefined, label: Content): Html {
  return site.inert === true || url === undefined
    ? html`<span class="link">${label}</span>`
    : html`<a href="${safeUrl(url)}">${label}</a>`;
}

function record(site: Site, theme: Theme | undefined): Content {
  const { number, url } = theme?.record ?? {};
  if (number === undefined) return '';
  return html`<p>${url === undefined ? number : outLink(site, url, number)}</p>`;
}

function crumbs(site: Site, { crumbs: list, language }: Pick<Page, 'crumbs' | 'language'>): Content {
  if (list === undefined) return '';
  return html`<nav aria-label="位置 Where you are"><ol class="crumbs"><li>${link(site, 'index.html', language === 'en' ? 'Home' : '首页')}</li>${list.map(
    ({ label, path }) =>
      html`<li>${path === undefined ? html`<span aria-current="page">${label}</span>` : link(site, path, label)}</li>`,
  )}</ol></nav>`;
}

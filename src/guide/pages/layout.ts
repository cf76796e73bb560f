import type { Lookups } from '../../catalogue/index.ts';
import { html, raw, safeUrl, type Content, type Html } from '../html.ts';
import { style } from '../style.ts';

/** What a page knows of the site around it. */
export interface Site {
  lookups: Lookups;
  /** Way from this page to the root of the site: `''`, `'../'`, … */
  root: string;
  /** Address of the site, for canonical links, without a slash at the end. */
  baseUrl?: string;
  /** Links lead nowhere: the page stands alone in the studio's preview. */
  inert?: boolean;
}

export interface Page {
  title: string;
  description?: string | undefined;
  /** Path of the page from the root of the site. */
  path: string;
  /** Path of the page that this one is a version of. */
  canonical?: string;
  head?: Content;
  /** Where the page stands, from the home page down; the last is the page itself. */
  crumbs?: { label: string; path?: string }[];
  body: Content;
}

/** A link inside the site, or plain words where links are inert. */
export function link(site: Site, path: string, label: Content): Html {
  return site.inert === true
    ? html`<span class="link">${label}</span>`
    : html`<a href="${safeUrl(site.root + path)}">${label}</a>`;
}

/** The whole document: head, bar, notice, crumbs, body, foot. */
export function layout(site: Site, page: Page): string {
  const { config } = site.lookups;
  const canonical = site.baseUrl === undefined ? undefined : `${site.baseUrl}/${page.canonical ?? page.path}`;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${page.title}${page.title === config.title ? '' : ` - ${config.title}`}</title>
        ${
          page.description === undefined
            ? ''
            : html`<meta name="description" content="${page.description}" />`
        }
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        ${
          canonical === undefined
            ? page.canonical === undefined
              ? ''
              : html`<link rel="canonical" href="${safeUrl(site.root + page.canonical)}" />`
            : html`<link rel="canonical" href="${safeUrl(canonical)}" />`
        }
        <link rel="icon" href="data:," />
        <style>
          ${raw(style)}
        </style>
        ${page.head}
      </head>
      <body>
        <a class="skip" href="#main">跳到正文 <span lang="en">Skip to content</span></a>
        <header>
          <div class="bar">
            <div class="in">
              ${
                site.inert === true
                  ? html`<span class="home">${seal}<span>${config.title}</span></span>`
                  : html`<a class="home" href="${site.root}index.html"
                      >${seal}<span>${config.title}</span></a
                    >`
              }
              <nav aria-label="网站 Site">
                ${link(site, 'search.html', '搜索')}${link(site, 'laws/index.html', '法律依据')}${link(site, 'about.html', '说明')}
              </nav>
            </div>
          </div>
          <div class="notice">
            <p class="in">${config.notice} <span lang="en">${config.noticeEn}</span></p>
          </div>
        </header>
        <main id="main">${crumbs(site, page.crumbs)}${page.body}</main>
        <footer>
          <div class="in">
            ${
              site.inert === true
                ? ''
                : html`<nav aria-label="页脚 Foot">
                    ${link(site, 'index.html', '首页')}${link(site, 'search.html', '全部事项')}${link(site, 'laws/index.html', '法律依据')}${link(site, 'about.html', '关于本站')}
                  </nav>`
            }
            <p>${config.owner ?? config.title}</p>
          </div>
        </footer>
      </body>
    </html> `.markup;
}

const seal = html`<span class="seal" aria-hidden="true">规程</span>`;

function crumbs(site: Site, list: Page['crumbs']): Content {
  if (list === undefined) return '';
  return html`<nav aria-label="位置 Where you are">
    <ol class="crumbs">
      <li>${link(site, 'index.html', '首页')}</li>
      ${list.map(
        ({ label, path }) =>
          html`<li>
            ${path === undefined ? html`<span aria-current="page">${label}</span>` : link(site, path, label)}
          </li>`,
      )}
    </ol>
  </nav>`;
}

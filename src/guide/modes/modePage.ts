import { ownTokens } from '../../model/theme/themeTokens.ts';
import { html, raw, safeUrl, type Content } from '../html.ts';
import { siteName, type Site } from '../pages/layout.ts';
import { liveStyle, properties, style, type StylePart } from '../style.ts';
import { themeStyle } from '../themeStyle.ts';

export interface ModePage {
  title: string;
  description: string;
  /** Path of the page from the root of the site. */
  path: string;
  /** Path of the page that says the same for readers at home. */
  canonical?: string;
  /** The style of the mode; it comes last and so has the last word. */
  style: string;
  /** Parts of the style of the pages for reading on a screen that the mode takes over; then it has all of their base too. */
  uses?: readonly StylePart[];
  /** File name of the mode's script at the root of the site. */
  script?: string;
  head?: Content;
  /** Only by day: what hangs in a hall is lit like the hall, and paper is white. */
  isLight?: boolean;
  body: Content;
}

const { light, dark } = ownTokens;

const base = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;line-break:strict;text-autospace:normal;text-spacing-trim:trim-start}
:focus-visible{outline:4px solid var(--link);outline-offset:3px;border-radius:4px}
.qr{display:block}[hidden]{display:none!important}
`;

const family =
  '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei",system-ui,sans-serif';

/**
 * The document of a mode other than the page for reading: paper, touch screen, board. It has the colours of the site
 * and none of its header, so that no way leads out of it that the mode does not make itself.
 */
export function modePage(site: Site, page: ModePage): string {
  const { config } = site.lookups;
  const canonical = page.canonical ?? page.path;
  const address = site.baseUrl === undefined ? site.root + canonical : `${site.baseUrl}/${canonical}`;
  const scheme = page.isLight === true ? 'light' : 'light dark';
  const night = page.isLight === true ? '' : `@media(prefers-color-scheme:dark){:root{${properties(dark)}}}`;
  const theme = page.isLight === true ? '' : themeStyle(config.theme);
  const tokens = `:root{color-scheme:${scheme};${properties(light)};--r:8px;--d:1;font-family:${family}}${night}`;
  const ground = page.uses === undefined ? tokens + base : style(page.uses, false);
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${page.title} - ${siteName(config)}</title>
        <meta name="description" content="${page.description}" />
        <meta name="referrer" content="no-referrer" />
        <link rel="canonical" href="${safeUrl(address)}" />
        <link rel="icon" href="data:," />
        <style>
          ${raw((ground + liveStyle + theme + page.style).trim().replaceAll('\n', ''))}
        </style>
        ${page.script === undefined ? '' : html`<script src="${site.root}${page.script}" defer></script>`}${page.head}
      </head>
      <body>
        ${page.body}
      </body>
    </html> `.markup;
}

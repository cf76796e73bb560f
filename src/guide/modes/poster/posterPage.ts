import { html, type Html } from '../../html.ts';
import { siteName, type Site } from '../../pages/layout.ts';
import { modePage } from '../modePage.ts';
import { qrCode } from '../qrCode.ts';
import { sheetStyle } from '../sheetStyle.ts';
import { sheetBar } from '../sheetVersion.ts';

/** A window as its poster names it. */
export interface PosterWindow {
  /** Path of the window's page from the root of the site. */
  path: string;
  centre: string;
  number: string;
  name: string;
  floor: string;
  hours: string;
}

/** What is handled there. */
export interface PosterItem {
  path: string;
  name: string;
  divisionName: string;
  promised: string;
  fee: string;
}

/** Path of the poster of a window. */
export function posterPath(windowPath: string): string {
  return windowPath.replace(/\.html$/, '/poster.html');
}

/**
 * The poster of a window: a code for the window and one for each item handled there. They lead to the present guides and
 * not to versions: a poster hangs longer than a version is shown.
 */
export function posterPage(site: Site, window: PosterWindow, items: readonly PosterItem[]): string {
  const { config } = site.lookups;
  const how = `用 A4 纸打印，贴在窗口。二维码一直指向现行指南，指南更新后不用换。${site.baseUrl === undefined ? '发布时没有说明网址，所以没有二维码：请用 --base-url 重新发布。' : ''}`;
  const place = [window.floor, window.hours].filter((one) => one !== '').join(' · ');
  return modePage(site, {
    title: `${window.centre} ${window.number} 号窗口二维码`,
    description: `${window.centre} ${window.number} 号窗口（${window.name}）的事项二维码，A4 纸，供张贴。`,
    path: posterPath(window.path),
    canonical: window.path,
    style: sheetStyle + posterStyle,
    script: 'sheet.js',
    body: html`<main>${sheetBar(site, { guide: window.path }, how, '返回窗口')}<article class="sheet"><header class="top"><p class="number">${window.number}</p><div><p class="org">${window.centre}</p><h1>${window.name}</h1><p>${place}</p></div>${code(site, window.path, `${window.number} 号窗口`)}</header><p class="lead">扫码看条件、材料、时限和收费</p><ul class="codes">${items.map(
      (item) =>
        html`<li>${code(site, item.path, item.name)}<b>${item.name}</b><span>${item.divisionName}</span><span>${item.promised} · ${item.fee}</span></li>`,
    )}</ul><p class="soft">${siteName(config)} · ${config.notice}</p></article></main>`,
  });
}

function code(site: Site, path: string, name: string): Html {
  return site.baseUrl === undefined
    ? html`<span class="at">${path}</span>`
    : qrCode(`${site.baseUrl}/${path}`, `二维码：${name}`);
}

const posterStyle = `.top{display:flex;align-items:flex-start;gap:1.5rem}.top>div{flex:1;min-width:0}.top .qr{width:9rem;flex:none}
.number{font-size:4.5rem;font-weight:700;line-height:1;margin:0;min-width:1.2em;text-align:center;border:4px solid #000;border-radius:12px;padding:.12em .15em}
h1{font-size:2rem}.lead{border-top:3px solid #000;border-bottom:1px solid #000;padding:.5rem 0;margin:1rem 0;font-size:1.25rem;font-weight:700;text-align:center}
.codes{list-style:none;padding:0;margin:0 0 1.5rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:1.25rem 1rem}
.codes li{display:flex;flex-direction:column;align-items:center;text-align:center;break-inside:avoid;line-height:1.35}
.codes .qr{width:9.5rem}.codes span{color:var(--soft);font-size:.9em}
@media screen and (max-width:40rem){.top{flex-wrap:wrap}.top>div{flex-basis:10rem}}
@page{size:A4;margin:13mm}
@media print{:root{font-size:11pt;line-height:1.4}.top{flex-wrap:nowrap;align-items:center}.top .qr{width:34mm}.codes{grid-template-columns:repeat(4,1fr);gap:5mm 4mm}.codes .qr{width:36mm}h1{font-size:24pt}}
`;

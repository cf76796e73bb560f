import { html, type Content, type Html } from '../../html.ts';
import { answer } from '../../pages/guide/answer.ts';
import { caseStyle } from '../../pages/guide/questions.ts';
import { guideParts, sectionsOf, type GuideAddress } from '../../pages/guide.ts';
import { siteName, type Site } from '../../pages/layout.ts';
import type { GuideView } from '../../view/types.ts';
import { modePage, type ModePage } from '../modePage.ts';
import { qrCode } from '../qrCode.ts';
import { versionName } from '../sheetVersion.ts';
import { touchStyle } from './touchStyle.ts';

/** A guide as the lists of a touch screen show it. */
export interface TouchLine {
  id: string;
  name: string;
  everydayName: string | undefined;
  promised: string;
  fee: string;
}

/** The same with the initials of its names, small, parted by spaces: what the letters on the screen look for. */
export interface FoundLine extends TouchLine {
  initials: string;
}

export interface TouchTheme {
  code: string;
  name: string;
  lines: readonly TouchLine[];
}

/** Folder of the touch screen of a division; no page of it leads out of it. */
export function touchRoot(division: string): string {
  return `touch/${division}/`;
}

/** The first page: themes, and the way to all items by letter. */
export function touchHome(
  site: Site,
  division: string,
  themes: readonly TouchTheme[],
  count: number,
): string {
  const place = site.lookups.divisionName(division);
  return touchPage(site, division, {
    title: `${place}自助查询`,
    path: 'index.html',
    body: html`<h1>您要办什么事？ <span lang="en">What would you like to do?</span></h1><a class="all" href="all.html"><b>按字母找</b><span>全部 ${count} 项，点拼音首字母就能找到</span></a><h2>按主题找 <span lang="en">By theme</span></h2><ul class="tiles">${themes.map(
      ({ code, name, lines }) =>
        html`<li><a href="theme-${code}.html"><b>${name}</b><span>${lines.length} 项</span></a></li>`,
    )}</ul>${takeAway(site, `${division}/index.html`, '在手机上看')}`,
  });
}

/** The guides of a theme. */
export function touchTheme(site: Site, division: string, { code, name, lines }: TouchTheme): string {
  return touchPage(site, division, {
    title: name,
    path: `theme-${code}.html`,
    body: html`<h1>${name}</h1>${list(lines)}`,
  });
}

/** Every guide, by the letter of its name; with the script the letters narrow the list. */
export function touchAll(site: Site, division: string, lines: readonly FoundLine[]): string {
  return touchPage(site, division, {
    title: '按字母找',
    path: 'all.html',
    body: html`<h1>按字母找 <span lang="en">By initials</span></h1><div class="find-letters" data-keys data-live="later"><p class="typed"><output aria-label="已输入的字母 Typed" data-typed>　</output><span data-count role="status"></span></p><div class="keys" role="group" aria-label="字母 Letters">${[
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    ].map(
      (letter) => html`<button type="button" data-key="${letter.toLowerCase()}">${letter}</button>`,
    )}<button type="button" data-key="back">退一格</button><button type="button" data-key="clear">清空</button></div><p class="hint">例如找“食品经营许可”，点 S P J Y</p></div>${list(lines)}`,
  });
}

/** A guide on the screen: all that its page says, and the code to take it away with. */
export function touchGuide(site: Site, view: GuideView, address: GuideAddress): string {
  const { head, ...said } = { head: caseStyle(view.questions), sections: sectionsOf(site, view, address) };
  const version = address.versions[0];
  const named =
    version === undefined
      ? ''
      : html`<p class="version-name">版本 ${versionName({ path: '', guide: address.path, version })}</p>`;
  return touchPage(
    site,
    view.division,
    {
      title: view.name,
      path: touchGuidePath(view.id),
      head,
      uses: guideParts(view, address),
      body: html`${answer(site, view)}<nav class="jump" aria-label="本页内容 On this page">${said.sections
        .filter(({ id, body }) => body !== '' && jumps.has(id))
        .map(({ id, zh }) => html`<a href="#${id}">${zh}</a>`)}</nav>${said.sections
        .filter(({ body }) => body !== '')
        .map(
          ({ id, zh, body }) =>
            html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${zh}</h2>${body}</section>`,
        )}${takeAway(site, address.path, '带走这份指南，表格在网上下载')}${named}`,
    },
    '../',
  );
}

/** Sections that many come for. */
const jumps = new Set(['questions', 'materials', 'steps', 'limits', 'fees', 'service']);

/** Path of a guide below the folder of its division's screen. */
export function touchGuidePath(id: string): string {
  return `g/${id}.html`;
}

function list(lines: readonly TouchLine[]): Html {
  return html`<ul class="items">${lines.map((line) => {
    const initials = 'initials' in line ? html` data-initials="${String(line.initials)}"` : '';
    return html`<li${initials}><a href="${touchGuidePath(line.id)}"><b>${line.name}</b><span>${[line.everydayName, line.promised, line.fee].filter((one) => one !== undefined).join(' · ')}</span></a></li>`;
  })}</ul>`;
}

function takeAway(site: Site, path: string, words: string): Content {
  if (site.baseUrl === undefined) return '';
  return html`<aside class="take" aria-label="二维码 QR code">${qrCode(`${site.baseUrl}/${path}`, `二维码：${words}`)}<p><b>扫码${words}</b></p></aside>`;
}

/** `back`: the way to the folder of the screen, where all of its pages begin. */
function touchPage(
  site: Site,
  division: string,
  page: Pick<ModePage, 'title' | 'path' | 'head' | 'uses' | 'body'>,
  back = '',
): string {
  const { config } = site.lookups;
  const isHome = page.path === 'index.html';
  return modePage(site, {
    ...page,
    path: touchRoot(division) + page.path,
    description: `${page.title}：${site.lookups.divisionName(division)}办事大厅自助查询。`,
    uses: page.uses ?? ['rows'],
    style: touchStyle,
    script: 'touch.js',
    body: html`<header class="top"><p class="place"><b>${site.lookups.divisionName(division)}</b>　${siteName(config)}</p><p class="clock" data-clock data-live aria-hidden="true"></p></header><!--offline--><main id="main" data-home="${back}index.html" data-keep="${touchRoot(division)}">${page.body}<p class="notice-line">${config.notice}</p></main><nav class="bottom" aria-label="导航 Navigation">${
      isHome ? '' : html`<a href="${back}index.html">首页</a><a href="${back}all.html">按字母找</a>`
    }<button type="button" data-scroll="-1" data-live="later">向上翻</button><button type="button" data-scroll="1" data-live="later">向下翻</button></nav><dialog class="idle" aria-labelledby="idle"><h2 id="idle">您还在看吗？</h2><p><b data-left>15</b> 秒后回到首页</p><button type="button" data-stay>继续看</button></dialog>`,
  });
}

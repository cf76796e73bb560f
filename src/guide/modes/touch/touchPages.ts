import { html, type Content, type Html } from '../../html.ts';
import type { Words } from '../../../model/schemas.ts';
import { bundleAnswer, bundleParts, bundleSections } from '../../pages/bundle/bundlePage.ts';
import { answer } from '../../pages/guide/answer.ts';
import type { Section } from '../../pages/guide/fragments.ts';
import { caseStyle } from '../../pages/guide/questions.ts';
import { guideParts, sectionsOf, type GuideAddress } from '../../pages/guide.ts';
import { siteName, type Site } from '../../pages/layout.ts';
import type { BundleView } from '../../view/bundle/types.ts';
import type { GuideView } from '../../view/types.ts';
import { modePage, type ModePage } from '../modePage.ts';
import { qrCode } from '../qrCode.ts';
import { versionName } from '../sheetVersion.ts';
import { touchListStyle, touchStyle, touchTextStyle } from './touchStyle.ts';

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
  name: Words;
  lines: readonly TouchLine[];
}

/** A bundle as the first page of a touch screen shows it. */
export interface TouchBundle {
  id: string;
  name: string;
  /** How many items it is of. */
  members: number;
}

/** Folder of the touch screen of a division; no page of it leads out of it. */
export function touchRoot(division: string): string {
  return `touch/${division}/`;
}

/** Path of a guide below the folder of its division's screen. */
export function touchGuidePath(id: string): string {
  return `g/${id}.html`;
}

/** Path of a bundle, likewise. */
export function touchBundlePath(id: string): string {
  return `b/${id}.html`;
}

/** Words of the screen in both languages; the switch at its top says which are seen. */
function either({ zh, en }: { zh: Content; en: Content }): Html {
  return html`<span class="zh">${zh}</span><span class="en" lang="en">${en}</span>`;
}

/** What the first page leads to. */
export interface TouchWays {
  themes: readonly TouchTheme[];
  bundles: readonly TouchBundle[];
  /** How many guides there are. */
  count: number;
}

/** The first page: bundles, themes, and the way to all items by letter. */
export function touchHome(site: Site, division: string, { themes, bundles, count }: TouchWays): string {
  const place = site.lookups.divisionName(division);
  return touchPage(site, division, {
    title: `${place}自助查询`,
    path: 'index.html',
    body: html`<h1>${either({ zh: '您要办什么事？', en: 'What would you like to do?' })}</h1><a class="all" href="all.html"><b>${either(
      byLetter,
    )}</b><span>${either({
      zh: `全部 ${count} 项，点拼音首字母就能找到`,
      en: `All ${count} items, by the initials of their pinyin`,
    })}</span></a>${
      bundles.length === 0
        ? ''
        : html`<h2>${either({ zh: '几件事一起办', en: 'Several permits as one' })}</h2><ul class="tiles">${bundles.map(
            ({ id, name, members }) =>
              html`<li><a href="${touchBundlePath(id)}"><b>${name}</b><span>${either({ zh: `${members} 个事项一次申请`, en: `${members} items, one application` })}</span></a></li>`,
          )}</ul>`
    }<h2>${either({ zh: '按主题找', en: 'By theme' })}</h2><ul class="tiles">${themes.map(
      ({ code, name, lines }) =>
        html`<li><a href="theme-${code}.html"><b>${either(name)}</b><span>${either({ zh: `${lines.length} 项`, en: `${lines.length} items` })}</span></a></li>`,
    )}</ul>${takeAway(site, `${division}/index.html`, { zh: '在手机上看', en: 'See it on your phone' })}`,
  });
}

const byLetter: Words = { zh: '按字母找', en: 'Find by initials' };

/** The guides of a theme. */
export function touchTheme(site: Site, division: string, { code, name, lines }: TouchTheme): string {
  return touchPage(site, division, {
    title: name.zh,
    path: `theme-${code}.html`,
    body: html`<h1>${either(name)}</h1>${list(lines)}`,
  });
}

/** Every guide, by the letter of its name; with the script the letters narrow the list. */
export function touchAll(site: Site, division: string, lines: readonly FoundLine[]): string {
  return touchPage(site, division, {
    title: byLetter.zh,
    path: 'all.html',
    body: html`<h1>${either(byLetter)}</h1><div class="find-letters" data-keys data-live="later"><p class="typed"><output aria-label="已输入的字母 Typed" data-typed>　</output><span data-count role="status"></span></p><div class="keys" role="group" aria-label="字母 Letters">${[
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    ].map(
      (letter) => html`<button type="button" data-key="${letter.toLowerCase()}">${letter}</button>`,
    )}<button type="button" data-key="back">${either({ zh: '退一格', en: 'Back' })}</button><button type="button" data-key="clear">${either({ zh: '清空', en: 'Clear' })}</button></div><p class="hint">${either({ zh: '例如找“食品经营许可”，点 S P J Y', en: '食品经营许可 (shípǐn jīngyíng xǔkě) is S P J Y' })}</p></div>${list(lines)}`,
  });
}

/** A guide on the screen: all that its page says, and the code to take it away with. */
export function touchGuide(site: Site, view: GuideView, address: GuideAddress): string {
  return touchText(site, view, address, {
    path: touchGuidePath(view.id),
    uses: guideParts(view, address),
    opening: answer(site, view),
    sections: sectionsOf(site, view, address),
    take: { zh: '带走这份指南，表格在网上下载', en: 'Take this guide with you; the forms are online' },
  });
}

/** A bundle on the screen, likewise. */
export function touchBundle(site: Site, view: BundleView, address: GuideAddress): string {
  return touchText(site, view, address, {
    path: touchBundlePath(view.id),
    uses: bundleParts,
    opening: bundleAnswer(site, view),
    sections: bundleSections(site, view, address),
    take: { zh: '带走这份指南，表格在网上下载', en: 'Take this guide with you; the forms are online' },
  });
}

/** What a page says, with the parts that many come for at its head. */
function touchText(
  site: Site,
  { name, division, questions }: Pick<GuideView, 'name' | 'division' | 'questions'>,
  address: GuideAddress,
  page: Required<Pick<ModePage, 'path' | 'uses'>> & { opening: Content; sections: Section[]; take: Words },
): string {
  const sections = page.sections.filter(({ body }) => body !== '');
  const version = address.versions[0];
  const named =
    version === undefined
      ? ''
      : html`<p class="version-name">版本 ${versionName({ path: '', guide: address.path, version })}</p>`;
  return touchPage(
    site,
    division,
    {
      title: name,
      path: page.path,
      head: caseStyle(questions),
      uses: page.uses,
      body: html`${page.opening}<nav class="jump" aria-label="本页内容 On this page">${sections
        .filter(({ id }) => jumps.has(id))
        .map((section) => html`<a href="#${section.id}">${either(section)}</a>`)}</nav>${sections.map(
        ({ id, zh, en, body }) =>
          html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${either({ zh, en })}</h2>${body}</section>`,
      )}${takeAway(site, address.path, page.take)}${named}`,
    },
    '../',
  );
}

/** Sections that many come for. */
const jumps = new Set(['questions', 'members', 'materials', 'steps', 'limits', 'fees', 'service']);

function list(lines: readonly TouchLine[]): Html {
  return html`<ul class="items">${lines.map((line) => {
    const initials = 'initials' in line ? html` data-initials="${String(line.initials)}"` : '';
    return html`<li${initials}><a href="${touchGuidePath(line.id)}"><b>${line.name}</b><span>${[line.everydayName, line.promised, line.fee].filter((one) => one !== undefined).join(' · ')}</span></a></li>`;
  })}</ul>`;
}

function takeAway(site: Site, path: string, words: Words): Content {
  if (site.baseUrl === undefined) return '';
  return html`<aside class="take" aria-label="二维码 QR code">${qrCode(`${site.baseUrl}/${path}`, `二维码：${words.zh}`)}<p><b>${either({ zh: `扫码${words.zh}`, en: words.en })}</b></p></aside>`;
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
    style: touchStyle + (page.uses === undefined ? touchListStyle : touchTextStyle),
    script: 'touch.js',
    body: html`<header class="top"><p class="place"><b>${site.lookups.divisionName(division)}</b>　${siteName(config)}</p><label class="language"><input id="en" type="checkbox" /><span lang="en">English</span></label><p class="clock" data-clock data-live aria-hidden="true"></p></header><!--offline--><main id="main" data-home="${back}index.html" data-keep="${touchRoot(division)}">${page.body}<p class="notice-line">${either({ zh: config.notice, en: config.noticeEn })}</p></main><nav class="bottom" aria-label="导航 Navigation">${
      isHome
        ? ''
        : html`<a href="${back}index.html">${either({ zh: '首页', en: 'Home' })}</a><a href="${back}all.html">${either({ zh: '按字母找', en: 'By initials' })}</a>`
    }<button type="button" data-scroll="-1" data-live="later">${either({ zh: '向上翻', en: 'Up' })}</button><button type="button" data-scroll="1" data-live="later">${either({ zh: '向下翻', en: 'Down' })}</button></nav><dialog class="idle" aria-labelledby="idle"><h2 id="idle">${either({ zh: '您还在看吗？', en: 'Are you still there?' })}</h2><p><b data-left>15</b> ${either({ zh: '秒后回到首页', en: 'seconds, then the first page' })}</p><button type="button" data-stay>${either({ zh: '继续看', en: 'Go on reading' })}</button></dialog>`,
  });
}

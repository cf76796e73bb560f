import { html, safeUrl, type Content, type Html } from '../../html.ts';
import { noticePath, printPath } from '../../sheetPaths.ts';
import type { GuideView } from '../../view/types.ts';
import { link, type Site } from '../layout.ts';
import { at } from './fragments.ts';

/** What one came for, before anything else: the item in a sentence and the five questions everybody asks. */
export function answer(site: Site, view: GuideView, english?: string): Html {
  return html`${headOf(site, view, '/basics', [view.divisionName, view.handling])}${answerBox(questionsOf(view))}${togetherWith(site, view)}${links(site, view)}${sheets(site, view, english)}`;
}

/** What a page is about: its name, what people call it, one sentence, tags. `place` is where these stand in the file. */
export function headOf(
  site: Site,
  view: Pick<GuideView, 'name' | 'everydayName' | 'synonyms' | 'summary' | 'sample'>,
  place: string,
  tags: readonly string[],
): Html {
  return html`<h1 data-element="name"${at(site, `${place}/name`)}>${view.name}</h1>${
    view.everydayName === undefined
      ? ''
      : html`<p class="aka"${at(site, `${place}/everydayName`)}>俗称：${[view.everydayName, ...view.synonyms].join('、')}</p>`
  }${
    view.summary === undefined ? '' : html`<p class="lead"${at(site, `${place}/summary`)}>${view.summary}</p>`
  }<p class="tags">${view.sample ? html`<span class="tag mark">样例 <span lang="en">sample</span></span>` : ''}${tags
    .filter((tag) => tag !== '')
    .map((tag) => html`<span class="tag">${tag}</span>`)}</p>`;
}

/** A question that everybody asks, its answer, and the section that says more. */
export interface Answered {
  zh: string;
  en: string;
  href: string;
  value: string;
  note: string;
}

/** The answers side by side. */
export function answerBox(list: readonly Answered[]): Html {
  return html`<dl class="facts">${list.map(
    ({ zh, en, href, value, note }) =>
      html`<div><dt>${zh} <span lang="en">${en}</span></dt><dd><a href="${href}">${value}</a>${note === '' ? '' : html`<small>${note}</small>`}</dd></div>`,
  )}</dl>`;
}

/** The five questions that everybody asks of a guide, answered. */
export function questionsOf(view: GuideView): Answered[] {
  const { materials, conditions, windows } = view;
  const window = windows[0];
  const served = view.served.join('、');
  return [
    {
      zh: '我能办吗',
      en: 'Can I',
      href: '#conditions',
      value: conditions.none === undefined ? `符合 ${conditions.list.length} 项条件` : '不设条件',
      note: served === '' ? '' : `面向${served}`,
    },
    {
      zh: '带什么',
      en: 'What to bring',
      href: '#materials',
      value: materials.none === undefined ? bring(materials.list) : '不用交材料',
      note: materials.none === undefined ? '看清单' : materials.none,
    },
    {
      zh: '要多久',
      en: 'How long',
      href: '#limits',
      value: view.promised,
      note: view.limits.none ?? `法定最长 ${view.statutory}`,
    },
    {
      zh: '要花钱吗',
      en: 'What it costs',
      href: '#fees',
      value: view.feeWords,
      note: view.fees.none === undefined ? '看标准和减免' : '',
    },
    {
      zh: '去哪里',
      en: 'Where',
      href: '#service',
      value: window === undefined ? view.accepts.name : `${window.centre} ${window.number} 号窗口`,
      note:
        view.visits === undefined ? '' : view.visits === '不用跑' ? '可以不到现场' : `到现场 ${view.visits}`,
    },
  ];
}

/** The bundles in which the item can be handled with others. */
function togetherWith(site: Site, { bundles }: GuideView): Content {
  if (bundles.length === 0) return '';
  return html`<p class="together">和别的事项一起办更省事：${bundles.map(
    ({ path, name }, i) => html`${i === 0 ? '' : '、'}${link(site, path, `${name}一件事`)}`,
  )}。</p>`;
}

function bring(list: { required: boolean; whenWords: string }[]): string {
  const always = list.filter((material) => material.required && material.whenWords === '').length;
  return always === list.length || always === 0
    ? `${list.length} 项材料`
    : `${always} 至 ${list.length} 项材料`;
}

function links(site: Site, view: GuideView): Content {
  if (view.links.length === 0) return '';
  return html`<p class="act">${view.links.map(({ label, href }) =>
    site.inert === true
      ? html`<span class="button">${label.zh}</span>`
      : html`<a class="button" href="${safeUrl(href)}" rel="external">${label.zh} <span lang="en">${label.en}</span></a>`,
  )}</p>`;
}

/** The same for paper, and in English where there is; of a version that is no more, the present one. */
function sheets(site: Site, view: GuideView, english: string | undefined): Content {
  return (
    site.inert !== true &&
    html`<p class="act files">${link(site, noticePath(view), '一次性告知书')}${link(site, printPath(view), '打印本指南')}${english !== undefined && html`<a href="${site.root}${english}" hreflang="en" lang="en">In English</a>`}</p>`
  );
}

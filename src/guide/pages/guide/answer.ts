import { html, safeUrl, type Content, type Html } from '../../html.ts';
import type { GuideView } from '../../view/types.ts';
import type { Site } from '../layout.ts';
import { at } from './fragments.ts';

/** What one came for, before anything else: the item in a sentence and the five questions everybody asks. */
export function answer(site: Site, view: GuideView): Html {
  const tags = [view.divisionName, view.handling];
  return html`<h1 data-element="name"${at('/basics/name')}>${view.name}</h1>${
    view.everydayName === undefined
      ? ''
      : html`<p class="aka"${at('/basics/everydayName')}>俗称：${[view.everydayName, ...view.synonyms].join('、')}</p>`
  }${
    view.summary === undefined ? '' : html`<p class="lead"${at('/basics/summary')}>${view.summary}</p>`
  }<p class="tags">${view.sample ? html`<span class="tag mark">样例 <span lang="en">sample</span></span>` : ''}${tags
    .filter((tag) => tag !== '')
    .map((tag) => html`<span class="tag">${tag}</span>`)}</p>${box(view)}${links(site, view)}`;
}

function box(view: GuideView): Html {
  const { materials, conditions, windows } = view;
  const window = windows[0];
  const served = view.served.join('、');
  return html`<dl class="facts">${[
    fact(
      '我能办吗',
      'Can I',
      '#conditions',
      conditions.none === undefined ? `符合 ${conditions.list.length} 项条件` : '不设条件',
      served === '' ? '' : `面向${served}`,
    ),
    fact(
      '带什么',
      'What to bring',
      '#materials',
      materials.none === undefined ? bring(materials.list) : '不用交材料',
      materials.none === undefined ? '看清单' : materials.none,
    ),
    fact('要多久', 'How long', '#limits', view.promised, view.limits.none ?? `法定最长 ${view.statutory}`),
    fact(
      '要花钱吗',
      'What it costs',
      '#fees',
      view.feeWords,
      view.fees.none === undefined ? '看标准和减免' : '',
    ),
    fact(
      '去哪里',
      'Where',
      '#service',
      window === undefined ? view.accepts.name : `${window.centre} ${window.number} 号窗口`,
      view.visits === undefined ? '' : view.visits === '不用跑' ? '可以不到现场' : `到现场 ${view.visits}`,
    ),
  ]}</dl>`;
}

function bring(list: { required: boolean; whenWords: string }[]): string {
  const always = list.filter((material) => material.required && material.whenWords === '').length;
  return always === list.length || always === 0
    ? `${list.length} 项材料`
    : `${always} 至 ${list.length} 项材料`;
}

function fact(zh: string, en: string, href: string, value: string, note: string): Html {
  return html`<div><dt>${zh} <span lang="en">${en}</span></dt><dd><a href="${href}">${value}</a>${note === '' ? '' : html`<small>${note}</small>`}</dd></div>`;
}

function links(site: Site, view: GuideView): Content {
  if (view.links.length === 0) return '';
  return html`<p class="act">${view.links.map(({ label, href }) =>
    site.inert === true
      ? html`<span class="button">${label.zh}</span>`
      : html`<a class="button" href="${safeUrl(href)}" rel="external">${label.zh} <span lang="en">${label.en}</span></a>`,
  )}</p>`;
}

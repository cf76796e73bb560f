import { html, type Content } from '../../html.ts';
import type { GuideView } from '../../view/types.ts';
import { link, type Around, type Site } from '../layout.ts';
import { at, cited, factRows, group, type Section } from './fragments.ts';
import { recurring } from './recurring.ts';

/** What one gets, how long it holds, and what it is good for. */
export function resultSection(site: Site, view: GuideView, path: string): Section {
  // Only the file that reminds of the end of a licence has the guide's address.
  return view.renewal === undefined ? withoutEnd(site, view) : sectionOf(site, view, path);
}

const withoutEnd = recurring(['result', 'resultSample', 'renewal', 'legalEffect'], (site, view) =>
  sectionOf(site, view, ''),
);

function sectionOf(
  site: Around,
  {
    result,
    resultSample,
    renewal,
    legalEffect,
  }: Pick<GuideView, 'result' | 'resultSample' | 'renewal' | 'legalEffect'>,
  path: string,
): Section {
  return {
    id: 'result',
    zh: '审批结果',
    en: 'What you get',
    body: html`<div data-element="licence"${at(site, '/result')}>${group(result, (list) => factRows(site, list))}${
      resultSample === undefined
        ? ''
        : html`<p class="files"${at(site, '/result/sample')}>${link(site, resultSample, '结果样本')}</p>`
    }</div>${reminder(site, renewal, path)}<h3>法律效力 <span lang="en">Legal effect</span></h3><div data-element="legalEffect"${at(site, '/legalEffect')}>${group(
      legalEffect,
      (list) => list.map((effect) => html`<p>${effect.text}</p>${cited(site, effect.basis)}`),
    )}</div>`,
  };
}

/** A file for the reader's own calendar; the script makes it for the day on which their licence ends. */
function reminder(site: Around, renewal: GuideView['renewal'], path: string): Content {
  if (renewal === undefined) return '';
  return html`<div class="live" data-renewal="${JSON.stringify(renewal)}"><p class="files">${link(site, renewalPath(path), '到期提醒（日历文件）')}</p></div>`;
}

/** Path of the calendar file of a guide from the root of the site. */
export function renewalPath(guide: string): string {
  return guide.replace(/\.html$/, '.ics');
}

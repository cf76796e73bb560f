import { html, safeUrl, type Content } from '../../html.ts';
import type { WindowView } from '../../view/types.ts';
import { windowPath } from '../centre.ts';
import { link, type Around } from '../layout.ts';
import { at, factRows } from './fragments.ts';
import { recurring } from './recurring.ts';

/** Windows, hours, phones and what makes it easier. */
export const serviceSection = recurring(
  ['windows', 'phones', 'service'],
  (site, { windows, phones, service }) => ({
    id: 'service',
    zh: '去哪里办',
    en: 'Where to go',
    body:
      windows.length + phones.length + service.length === 0
        ? ''
        : html`<div${at(site, '/service')}>${
            windows.length === 0
              ? ''
              : html`<ul class="plain">${windows.map((window) => windowLine(site, window))}</ul>`
          }${factRows(site, [...phones, ...service])}</div>`,
  }),
);

/** A window with its centre, hours and phone. */
export function windowLine(site: Around, window: WindowView): Content {
  const { phone } = window;
  return html`<li><b>${link(site, windowPath(window.ref), `${window.centre} ${window.number} 号窗口`)}</b>（${window.name}）<p>${window.address}${mapLink(site, window.map)}</p><p>${window.hours}</p>${
    phone === undefined
      ? ''
      : html`<p>${site.inert === true ? phone : html`<a href="${safeUrl(`tel:${phone.replaceAll('-', '')}`)}">${phone}</a>`}</p>`
  }${window.transport === undefined ? '' : html`<p class="small">${window.transport}</p>`}</li>`;
}

/** What people ask, with answers in the open. */
export const faqSection = recurring(['faq'], (site, { faq }) => ({
  id: 'faq',
  zh: '常见问题',
  en: 'Questions and answers',
  body:
    faq.length === 0
      ? ''
      : html`<dl class="faq"${at(site, '/service/faq')}>${faq.map(
          ({ question, answer }, i) =>
            html`<div${at(site, `/service/faq/${i}`)}><dt>${question}</dt><dd>${answer}</dd></div>`,
        )}</dl>`,
}));

/** Leads to an address on a map; nothing where the catalogue names none. */
export function mapLink(site: Around, map: string | undefined): Content {
  if (map === undefined || site.inert === true) return '';
  return html` <a href="${safeUrl(map)}" rel="external">地图 <span lang="en">Map</span></a>`;
}

import { html, type Content } from '../../html.ts';
import type { GuideView } from '../../view/types.ts';
import type { Around } from '../layout.ts';
import { at, bodyWords, citations, factRows, notStated, type Section } from './fragments.ts';

/** The laws that the item rests on, each leading to its page. */
export function basisSection(site: Around, { basis }: GuideView): Section {
  return {
    id: 'basis',
    zh: '法律依据',
    en: 'Legal basis',
    body: html`<div data-element="legalBasis"${at(site, '/legalBasis')}>${
      basis.length === 0
        ? notStated()
        : html`<ul class="points">${basis.map(
            (one, i) =>
              html`<li${at(site, `/legalBasis/${i}`)}>${citations(site, [one])} ${one.role === '' ? '' : html`<span class="tag">${one.role}</span>`}${
                one.gist === undefined ? '' : html`<p>${one.gist}</p>`
              }${one.quotation === undefined ? '' : html`<blockquote>${one.quotation}</blockquote>`}</li>`,
          )}</ul>`
    }</div>`,
  };
}

/** Who accepts, decides and supervises, and what the item is in the lists. */
export function authoritySection(site: Around, view: GuideView): Section {
  return {
    id: 'authority',
    zh: '实施机关',
    en: 'Authority',
    body: html`<dl class="rows">${row(
      '受理机关',
      bodyWords(site, view.accepts),
      html` data-element="acceptingAuthority"${at(site, '/authority/accepts')}`,
    )}${row(
      '决定机关',
      bodyWords(site, view.decides),
      html` data-element="decidingAuthority"${at(site, '/authority/decides')}`,
    )}${view.joint.map((body, i) =>
      row(
        body.lead ? '牵头机关' : '联合机关',
        html`${bodyWords(site, body)}${body.does === undefined ? '' : html`<p>${body.does}</p>`}`,
        at(site, `/authority/joint/${i}`),
      ),
    )}${
      view.supervises === undefined
        ? ''
        : row('监管主体', bodyWords(site, view.supervises), at(site, '/authority/supervises'))
    }</dl><div${at(site, '/basics')}>${factRows(site, view.basics)}</div>`,
  };
}

function row(label: string, words: Content, attributes: Content): Content {
  return html`<div${attributes}><dt>${label}</dt><dd>${words}</dd></div>`;
}

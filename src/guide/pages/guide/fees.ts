import { html, type Content } from '../../html.ts';
import type { FeeView, GuideView } from '../../view/types.ts';
import type { Around } from '../layout.ts';
import { at, cited, group, when, whenWords } from './fragments.ts';
import { recurring } from './recurring.ts';

/** What is charged, by which standard, what it rests on, and who pays less. */
export const feesSection = recurring(['fees', 'feeExamples'], (site, { fees, feeExamples }) => ({
  id: 'fees',
  zh: '收费',
  en: 'What it costs',
  body: html`<div data-element="fees"${at(site, '/fees')}>${group(
    fees,
    (list) => html`<ul class="points">${list.map((one) => fee(site, one))}</ul>${feeExamples.map(example)}`,
  )}</div>`,
}));

function fee(site: Around, one: FeeView): Content {
  return html`<li${when(one.when)}${at(site, `/fees/list/${one.index}`)}>${one.text}：<b>${one.standard}</b> ${whenWords(one)}${
    one.details.length === 0 ? '' : html`<ul>${one.details.map((line) => html`<li>${line}</li>`)}</ul>`
  }${one.reductions.map(
    (reduction) =>
      html`<p${when(reduction.when)}>减免：${reduction.text} ${whenWords(reduction)}</p>${cited(site, reduction.basis)}`,
  )}${one.payAt === undefined ? '' : html`<p>缴费：${one.payAt}</p>`}${cited(site, one.basis, '收费依据')}${cited(site, one.standardBasis, '标准依据')}</li>`;
}

/** How it is reckoned, line by line. */
function example({ name, lines, total }: GuideView['feeExamples'][number]): Content {
  return html`<p class="small">算例：${name}。${lines.join('；')}。合计 <b>${total}</b>。</p>`;
}

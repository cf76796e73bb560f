import { html, type Content } from '../../html.ts';
import type { FormView, GuideView, MaterialView } from '../../view/types.ts';
import { link, type Around } from '../layout.ts';
import { at, cited, formLinks, group, points, when, whenWords } from './fragments.ts';
import { recurring } from './recurring.ts';

/** What to bring: each material with kind, copies, source, reason, form and basis; then the forms. */
export const materialsSection = recurring(
  ['materials', 'forms', 'intermediaries', 'conditions'],
  (site, view) => ({
    id: 'materials',
    zh: '申请材料',
    en: 'What to bring',
    body: html`<div data-element="materials"${at(site, '/materials')}>${group(
      view.materials,
      (list) => html`<ol class="points">${list.map((one) => material(site, view, one))}</ol>`,
    )}</div><h3>申请表格 <span lang="en">Forms</span></h3><div data-element="forms"${at(site, '/forms')}>${group(
      view.forms,
      (list) => html`<ul class="plain">${list.map((one) => form(site, one))}</ul>`,
    )}</div>${
      view.intermediaries === undefined
        ? ''
        : html`<h3>中介服务 <span lang="en">Services of others</span></h3><div${at(site, '/intermediaries')}>${group(
            view.intermediaries,
            (list) => points(site, list, '/intermediaries/list'),
          )}</div>`
    }`,
  }),
);

function material(site: Around, view: Pick<GuideView, 'conditions'>, one: MaterialView): Content {
  const { resultOf } = one;
  // Without conditions on the page, "condition 1" leads nowhere.
  const why = view.conditions.none === undefined ? one.why : undefined;
  const facts = [one.kind, one.medium, one.copies, one.source, why ?? ''].filter((part) => part !== '');
  return html`<li${when(one.when)}${at(site, `/materials/list/${one.index}`)}><b>${one.text}</b> ${
    one.need === '' ? '' : html`<span class="tag${one.required ? ' must' : ''}">${one.need}</span>`
  } ${whenWords(one)}<p class="small">${facts.join(' · ')}</p>${
    one.notes.length === 0 ? '' : html`<p>${one.notes.map(sentence).join('')}</p>`
  }${
    resultOf === undefined
      ? ''
      : html`<p class="small">这是“${link(site, `search.html?q=${encodeURIComponent(resultOf.name)}`, resultOf.name)}”的结果。</p>`
  }${formLinks(site, one.form, one.sample)}${cited(site, one.basis)}</li>`;
}

function form(site: Around, { index, name, notes, file, sample, when: only }: FormView): Content {
  return html`<li${when(only)}${at(site, `/forms/list/${index}`)}><b>${name}</b>${notes === undefined ? '' : html`<p class="small">${notes}</p>`}${formLinks(site, file, sample)}</li>`;
}

function sentence(note: string): string {
  return /[。！？；]$/.test(note) ? note : `${note}。`;
}

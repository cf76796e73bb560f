import { html, type Content, type Html } from '../../html.ts';
import type { BodyView, CitationView, Fact, FeeView, Group, PointView, StepView } from '../../view/types.ts';
import type { LawReferences } from './lawReferences.ts';

/** A part of the sheet under its heading; nothing where there is nothing to say. */
export function part(title: string, element: string | undefined, body: Content): Content {
  if (body === '') return '';
  return html`<section${element === undefined ? '' : html` data-element="${element}"`}><h2>${title}</h2>${body}</section>`;
}

/** A lesser part; `element` as the law counts them. */
export function lesser(title: string, element: string | undefined, body: Content): Content {
  if (body === '') return '';
  return html`<div${element === undefined ? '' : html` data-element="${element}"`}><h3>${title}</h3>${body}</div>`;
}

/** The list as shown, or why there is none. */
export function either<T>(group: Group<T>, shown: (list: T[]) => Content): Content {
  if (group.none !== undefined)
    return html`<p>${/^[不无没]/.test(group.none) ? '' : '无：'}${group.none}</p>`;
  return group.list.length === 0 ? html`<p>未写明</p>` : shown(group.list);
}

/** （〔1〕第五条） behind what rests on it. */
export function resting({ cite }: LawReferences, list: readonly CitationView[]): Content {
  return list.length === 0 ? '' : html`<span class="soft">（${cite(list)}）</span>`;
}

export function only({ whenWords }: Pick<PointView, 'whenWords'>): Content {
  return whenWords === '' ? '' : html` <span class="only">仅限：${whenWords}</span> `;
}

export function pointList(laws: LawReferences, list: readonly PointView[]): Content {
  if (list.length === 0) return '';
  return html`<ol>${list.map((one) => html`<li>${one.text}${only(one)}${resting(laws, one.basis)}</li>`)}</ol>`;
}

export function factList(laws: LawReferences, list: readonly Fact[]): Content {
  if (list.length === 0) return '';
  return html`<dl class="rows">${list.map(
    ({ label, value, basis }) =>
      html`<div><dt>${label.zh}</dt><dd>${value}${resting(laws, basis)}</dd></div>`,
  )}</dl>`;
}

/** Short facts one behind the other: a line each would leave half of a column white. */
export function factRun(laws: LawReferences, list: readonly Fact[]): Content {
  if (list.length === 0) return '';
  return html`<dl class="run">${list.map(
    ({ label, value, basis }) =>
      html`<div><dt>${label.zh}</dt> <dd>${value}${resting(laws, basis)}</dd></div> `,
  )}</dl>`;
}

export function bodyRow(
  label: string,
  element: string | undefined,
  body: BodyView & { does?: string | undefined },
): Html {
  const more = [body.phone, body.does].filter((one) => one !== undefined);
  return html`<div${element === undefined ? '' : html` data-element="${element}"`}><dt>${label}</dt><dd>${[body.name, ...more].join('　')}</dd></div>`;
}

/** A step with how long it takes, who does it, what is looked at and what comes of it. */
export function stepLine(laws: LawReferences, one: StepView): Html {
  const facts = [
    one.days,
    one.excluded ? '不计入时限' : '',
    one.afterNames.length === 0 ? '' : `在${one.afterNames.join('、')}之后`,
    one.post,
    one.output === '' ? '' : `出具${one.output}`,
    one.examines.length === 0 ? '' : `审查：${one.examines.join('；')}`,
  ].filter((fact) => fact !== '');
  return html`<li><b>${one.text}</b>　${facts.join(' · ')}${only(one)}${resting(laws, one.basis)}</li>`;
}

/** A fee with its standard, what it rests on, and who pays less. */
export function feeLine(laws: LawReferences, one: FeeView): Html {
  return html`<li>${one.text}：<b>${one.standard}</b>${only(one)}${one.details.map((line) => html`<p>${line}</p>`)}${one.reductions.map(
    (reduction) => html`<p>减免：${reduction.text}${only(reduction)}${resting(laws, reduction.basis)}</p>`,
  )}${one.payAt === undefined ? '' : html`<p>缴费：${one.payAt}</p>`}<p class="soft">收费依据：${laws.cite(one.basis)}；标准依据：${laws.cite(one.standardBasis)}</p></li>`;
}

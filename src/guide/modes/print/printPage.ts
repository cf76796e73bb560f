import { html, type Content, type Html } from '../../html.ts';
import { questionsOf } from '../../pages/guide/answer.ts';
import { flowDrawing } from '../../pages/guide/flowDrawing.ts';
import { siteName, type Site } from '../../pages/layout.ts';
import type { FormView, GuideView, MaterialView, StepView, WindowView } from '../../view/types.ts';
import { modePage } from '../modePage.ts';
import { sheetStyle } from '../sheetStyle.ts';
import { sheetBar, versionCode, versionName, type SheetAddress } from '../sheetVersion.ts';
import { lawReferences, type LawReferences } from './lawReferences.ts';
import {
  bodyRow,
  either,
  factList,
  factRun,
  feeLine,
  lesser,
  only,
  part,
  pointList,
  resting,
  stepLine,
} from './printParts.ts';
import { printStyle } from './printStyle.ts';

/**
 * The whole guide for paper, on at most two sheets of A4: nothing folded away, laws by number, the version and the way
 * to it on its head.
 */
export function printPage(site: Site, view: GuideView, address: SheetAddress): string {
  const laws = lawReferences(view);
  return modePage(site, {
    title: `${view.name}（${view.divisionName}）打印版`,
    description: `${view.name}（${view.divisionName}）的办事指南，A4 纸两页以内，供打印。`,
    path: address.path,
    canonical: address.guide,
    style: sheetStyle + printStyle,
    script: 'sheet.js',
    body: html`<main>${sheetBar(site, address, '用 A4 纸，两页以内。没有“打印”按钮时，用浏览器菜单里的“打印”，或按 Ctrl+P。')}<article class="sheet${isMuch(view) && ' much'}">${head(site, view, address)}${materials(view, laws)}<div class="columns">${[
      steps(view, laws),
      limits(view, laws),
      fees(view, laws),
      conditions(view, laws),
      where(view, laws),
      result(view, laws),
      basis(view, laws),
      authority(view, laws),
      oversight(view, laws),
      remedies(view, laws),
      faq(view),
      added(view, laws),
      issue(view, laws, address),
    ]}</div></article></main>`,
  });
}

/** Whether a guide would not fit on two sheets at 9 pt: with so many materials half a point less keeps it there. */
function isMuch({ materials }: GuideView): boolean {
  return materials.none === undefined && materials.list.length > 14;
}

function head(site: Site, view: GuideView, address: SheetAddress): Html {
  const { config } = site.lookups;
  const names = view.everydayName === undefined ? view.synonyms : [view.everydayName, ...view.synonyms];
  return html`<header class="head"><div><p class="org">${siteName(config)}　办事指南</p><h1 data-element="name">${view.name}</h1>${
    view.summary === undefined ? '' : html`<p>${view.summary}</p>`
  }<p class="soft">${[view.divisionName, view.handling, view.sample ? '样例' : '', names.length === 0 ? '' : `俗称：${names.join('、')}`].filter((one) => one !== '').join(' · ')}</p><p class="soft">${config.notice}</p></div>${versionCode(site, address)}</header><dl class="facts">${questionsOf(
    view,
  ).map(
    ({ zh, value, note }) =>
      html`<div><dt>${zh}</dt><dd>${value}${note === '' || note.startsWith('看') ? '' : html`<small>${note}</small>`}</dd></div>`,
  )}</dl>`;
}

function materials(view: GuideView, laws: LawReferences): Content {
  return html`${part(
    '申请材料',
    'materials',
    either(
      view.materials,
      (list) =>
        html`<table><thead><tr><th scope="col">序号</th><th scope="col">材料</th><th scope="col">要求、来源、依据</th></tr></thead><tbody>${list.map((one, i) => material(view, laws, one, i))}</tbody></table>`,
    ),
  )}${part(
    '申请表格',
    'forms',
    either(view.forms, (list) => html`<p>${list.map(form)}</p>`),
  )}`;
}

function material(view: GuideView, laws: LawReferences, one: MaterialView, i: number): Html {
  const why = view.conditions.none === undefined ? one.why : undefined;
  const facts = [
    one.need,
    one.copies,
    one.medium,
    one.kind,
    one.source,
    why ?? '',
    one.resultOf === undefined ? '' : `是“${one.resultOf.name}”的结果`,
    laws.cite(one.basis),
  ].filter((fact) => fact !== '');
  return html`<tr><td>${i + 1}</td><td><b>${one.text}</b>${only(one)} ${one.notes.map(sentence).join('')}</td><td>${facts.join(' · ')}</td></tr>`;
}

function form({ name, notes = '', file, sample }: FormView): Content {
  const there = [file === undefined ? '' : '有空白表格', sample === undefined ? '' : '有填写样例'];
  const more = [...there, notes].filter((one) => one !== '').join('，');
  return html`${name}${more === '' ? '' : `：${more}`}${more.endsWith('。') ? '' : '。'}`;
}

/** A chain of steps says nothing more when it is drawn. */
function drawing(view: GuideView): Content {
  if (view.path === undefined || view.steps.none !== undefined || isChain(view.steps.list)) return '';
  return flowDrawing(view.steps.list, 'across');
}

function isChain(steps: readonly StepView[]): boolean {
  return steps.every(
    (step, i) => step.after.length === (i === 0 ? 0 : 1) && step.after[0] === steps[i - 1]?.id,
  );
}

function steps(view: GuideView, laws: LawReferences): Content {
  const path = view.path;
  return part(
    '办理程序',
    'procedure',
    html`${drawing(view)}${either(view.steps, (list) => html`<ol>${list.map((one) => stepLine(laws, one))}</ol>`)}${
      path === undefined ? '' : html`<p>最费时的一路：${path.names.join(' → ')}，合计 ${path.days}。</p>`
    }${view.stepsNote === undefined ? '' : html`<p>${view.stepsNote}</p>`}`,
  );
}

function limits(view: GuideView, laws: LawReferences): Content {
  return part(
    '办理时限',
    'limits',
    html`${either(view.limits, (list) => factList(laws, list))}${
      view.limitCases.length === 0 ? '' : html`<p>个别情形：</p>${pointList(laws, view.limitCases)}`
    }<p class="soft">首日不计，从受理的次日起按工作日数；调休上班的日子算；末日逢假日的顺延。</p>`,
  );
}

function fees(view: GuideView, laws: LawReferences): Content {
  return part(
    '收费',
    'fees',
    html`${either(view.fees, (list) => html`<ul>${list.map((one) => feeLine(laws, one))}</ul>`)}${view.feeExamples.map(
      ({ name, lines, total }) =>
        html`<p class="soft">算例：${name}。${lines.join('；')}。合计 ${total}。</p>`,
    )}`,
  );
}

function conditions(view: GuideView, laws: LawReferences): Content {
  return html`${part(
    '办理条件',
    'conditions',
    html`${either(view.conditions, (list) => html`<h3>都符合的，应当准予</h3>${pointList(laws, list)}`)}${lesser('有下列情形的，不予许可', undefined, pointList(laws, view.refuse))}`,
  )}${part(
    '数量限制',
    'quantity',
    either(view.quantity, (list) => factList(laws, list)),
  )}${
    view.intermediaries === undefined
      ? ''
      : part(
          '中介服务',
          undefined,
          either(view.intermediaries, (list) => pointList(laws, list)),
        )
  }`;
}

function where(view: GuideView, laws: LawReferences): Content {
  const { windows, phones, service } = view;
  if (windows.length + phones.length + service.length === 0) return '';
  return part(
    '去哪里办',
    undefined,
    html`${windows.map(windowWords)}${factRun(laws, [...phones, ...service])}`,
  );
}

/** A window in a paragraph. */
export function windowWords({ centre, number, name, address, hours, phone, transport }: WindowView): Html {
  const more = [address, hours, phone, transport].filter((one) => one !== undefined && one !== '');
  return html`<p><b>${centre} ${number} 号窗口</b>（${name}）　${more.join('　')}</p>`;
}

function result(view: GuideView, laws: LawReferences): Content {
  return html`${part(
    '审批结果',
    'licence',
    either(view.result, (list) => factList(laws, list)),
  )}${part(
    '法律效力',
    'legalEffect',
    either(view.legalEffect, (list) =>
      list.map((one) => html`<p>${one.text}${resting(laws, one.basis)}</p>`),
    ),
  )}`;
}

function basis(view: GuideView, laws: LawReferences): Content {
  return part(
    '法律依据',
    'legalBasis',
    html`${
      view.basis.length === 0
        ? html`<p>未写明</p>`
        : view.basis.map(
            (one) =>
              html`<p>${laws.cite([one])}${one.role === '' ? '' : `（${one.role}）`}${one.gist === undefined ? '' : `：${one.gist}`}${one.quotation === undefined ? '' : html`<q>${one.quotation}</q>`}</p>`,
          )
    }<p>本页所引：${laws.titles.map((title, i) => `〔${i + 1}〕${title}`).join('')}</p>`,
  );
}

function authority(view: GuideView, laws: LawReferences): Content {
  return part(
    '实施机关',
    undefined,
    html`<dl class="rows">${bodyRow('受理机关', 'acceptingAuthority', view.accepts)}${bodyRow('决定机关', 'decidingAuthority', view.decides)}${view.joint.map(
      (body) => bodyRow(body.lead ? '牵头机关' : '联合机关', undefined, body),
    )}${view.supervises === undefined ? '' : bodyRow('监管主体', undefined, view.supervises)}</dl>${factRun(laws, view.basics)}`,
  );
}

function oversight(view: GuideView, laws: LawReferences): Content {
  return html`${part(
    '年检年报',
    'annualInspection',
    either(view.annual, (list) => factRun(laws, list)),
  )}${part(
    '监督管理',
    'supervision',
    html`${either(view.supervision, (list) => pointList(laws, list))}${factRun(laws, view.reform)}`,
  )}`;
}

function remedies(view: GuideView, laws: LawReferences): Content {
  const { rights, duties, remedies: ways } = view;
  if (rights.length + duties.length + ways.length === 0) return '';
  return part(
    '权利与救济',
    undefined,
    html`${lesser('您的权利', undefined, pointList(laws, rights))}${lesser('您的义务', undefined, pointList(laws, duties))}${lesser('不服决定的', undefined, factList(laws, ways))}`,
  );
}

function faq({ faq: list }: GuideView): Content {
  if (list.length === 0) return '';
  return part(
    '常见问题',
    undefined,
    list.map(({ question, answer }) => html`<p><b>${question}</b>　${answer}</p>`),
  );
}

/** What the catalogue's own fields say. */
function added(view: GuideView, laws: LawReferences): Content {
  return view.added.length === 0 ? '' : part('补充说明', undefined, factList(laws, view.added));
}

function issue(view: GuideView, laws: LawReferences, address: SheetAddress): Content {
  return part(
    '发布与版本',
    undefined,
    html`${factRun(laws, view.promulgation)}<p>版本 ${versionName(address)}，${address.version.date} 发布。打印件以网上现行版本为准。</p>${
      view.sources.length === 0 ? '' : html`<p class="soft">编写来源：${view.sources.join('；')}</p>`
    }`,
  );
}

function sentence(note: string): string {
  return /[。！？；]$/.test(note) ? note : `${note}。`;
}

import { html, raw, type Content, type Html } from '../../html.ts';
import { when, whenWords } from '../../pages/guide/fragments.ts';
import { caseStyle } from '../../pages/guide/questions.ts';
import { siteName, type Site } from '../../pages/layout.ts';
import type { FeeView, GuideView, MaterialView, PointView, QuestionView } from '../../view/types.ts';
import { modePage } from '../modePage.ts';
import { windowWords } from '../print/printPage.ts';
import { sheetStyle } from '../sheetStyle.ts';
import { sheetBar, versionCode, type SheetAddress } from '../sheetVersion.ts';
import { noticeStyle } from './noticeStyle.ts';

/**
 * The one-time notice (一次性告知书) of a guide: a clerk or a citizen answers the questions, what is left is printed on
 * A4, A5 or a roll of 80 mm and signed. Like the guide it narrows by style alone; unanswered it tells every case.
 */
export function noticePage(site: Site, view: GuideView, address: SheetAddress): string {
  const asked = view.questions.filter(({ options }) => options.length > 0);
  return modePage(site, {
    title: `${view.name}（${view.divisionName}）一次性告知书`,
    description: `办理${view.name}（${view.divisionName}）要带的材料、地点、时限和收费，按您的情形打印。`,
    path: address.path,
    canonical: address.guide,
    style: sheetStyle + noticeStyle,
    script: 'sheet.js',
    head: html`${caseStyle(asked)}${saidStyle(asked)}`,
    body: html`<main>${sheetBar(
      site,
      address,
      html`先选情形和纸张，再打印。没有“打印”按钮时，用浏览器菜单里的“打印”，或按 Ctrl+P。${asked.length === 0 ? '' : '不选就列出全部情形。'}`,
    )}<form class="choose">${asked.map(question)}<fieldset><legend>纸张</legend>${papers.map(
      ({ id, label }, i) =>
        html`<label><input type="radio" name="paper" id="${id}" value="${id}"${i === 0 ? raw(' checked') : ''} />${label}</label>`,
    )}</fieldset></form><article class="sheet notice">${sheet(site, view, asked, address)}</article></main>`,
  });
}

const papers = [
  { id: 'a4', label: 'A4' },
  { id: 'a5', label: 'A5' },
  { id: 'roll', label: '80 毫米小票' },
];

function question({ id, text, options }: QuestionView): Content {
  const name = `q-${id}`;
  return html`<fieldset><legend>${text}</legend>${options.map(
    (option) =>
      html`<label><input type="radio" name="${name}" id="${name}-${option.id}" value="${option.id}" />${option.text}</label>`,
  )}<label><input type="radio" name="${name}" value="" checked />全部列出</label></fieldset>`;
}

/** The boxes before the answers are for a pen; the box of the one that was chosen is filled. */
function saidStyle(asked: readonly QuestionView[]): Content {
  const rules = asked
    .filter(({ id }) => /^[a-z0-9-]+$/.test(id))
    .map(({ id }) => `main:has([name=q-${id}]:not([value=""]):checked) .said-${id} .box{background:#000}`);
  return rules.length === 0 ? '' : html`<style>${raw(rules.join(''))}</style>`;
}

const box = html`<i class="box"></i>`;

function sheet(site: Site, view: GuideView, asked: readonly QuestionView[], address: SheetAddress): Html {
  const { config } = site.lookups;
  const about = [
    view.divisionName,
    view.basicCode === undefined ? '' : `编码 ${view.basicCode}`,
    view.sample ? '样例' : '',
  ];
  return html`<header class="head"><div><p class="org">${view.accepts.name}</p><h1>一次性告知书</h1><p class="item"><b>${view.name}</b></p><p class="soft">${about
    .filter((one) => one !== '')
    .join(' · ')}</p></div>${versionCode(site, address)}</header>${
    asked.length === 0 ? '' : part('您的情形', html`${asked.map(said)}`)
  }${part('要带的材料', materials(view))}${part('到哪里办', where(view))}${part('多久办好', limits(view))}${part('收费', fees(view))}${part('要符合的条件', conditions(view))}${part('一次告知', rule)}${signatures}<p class="soft foot">${siteName(config)} · ${config.notice}</p>`;
}

function part(title: string, body: Content): Content {
  return body === '' ? '' : html`<section><h2>${title}</h2>${body}</section>`;
}

function said({ id, text, options }: QuestionView): Content {
  return html`<p class="said said-${id}">${text} ${options.map(
    (option) => html`<span${when({ [id]: [option.id] })}>${box}${option.text} </span>`,
  )}</p>`;
}

function materials({ materials: group }: GuideView): Content {
  if (group.none !== undefined) return html`<p>不用交材料：${group.none}</p>`;
  return html`<ul class="bring">${group.list.map(material)}</ul>`;
}

function material(one: MaterialView): Content {
  const facts = [
    one.need,
    one.copies,
    one.medium,
    one.source,
    one.form === undefined ? '' : '窗口有空白表格',
  ];
  return html`<li${when(one.when)}>${box}<b>${one.text}</b> ${whenWords(one)}<p>${facts.filter((fact) => fact !== '').join(' · ')}</p>${
    one.notes.length === 0 ? '' : html`<p>${one.notes.join('；').replaceAll('。；', '。')}</p>`
  }</li>`;
}

function where({ windows, phones, service, accepts }: GuideView): Content {
  const hours = service.filter(({ label }) => ['办理时间', '办理形式', '到现场次数'].includes(label.zh));
  return html`${windows.length === 0 ? html`<p>${accepts.name}</p>` : windows.map(windowWords)}<p>${[
    ...phones,
    ...hours,
  ].map(({ label, value }) => html`<span class="fact">${label.zh}：${value}</span> `)}</p>`;
}

function limits({ limits: group, limitCases, resultName }: GuideView): Content {
  const words =
    group.none === undefined
      ? html`<p>${group.list.map(({ label, value }) => html`<span class="fact">${label.zh}：${value}</span> `)}</p>`
      : html`<p>${group.none}</p>`;
  return html`${words}${limitCases.map(point)}${resultName === undefined ? '' : html`<p>办成后发给：${resultName}</p>`}`;
}

function point(one: PointView): Content {
  return html`<p${when(one.when)}>${one.text} ${whenWords(one)}</p>`;
}

function fees({ fees: group }: GuideView): Content {
  return group.none === undefined ? group.list.map(fee) : html`<p>${group.none}</p>`;
}

function fee(one: FeeView): Content {
  return html`<div${when(one.when)}><p>${one.text}：<b>${one.standard}</b> ${whenWords(one)}</p>${one.details.map(
    (line) => html`<p>${line}</p>`,
  )}${one.reductions.map((reduction) => html`<p${when(reduction.when)}>减免：${reduction.text} ${whenWords(reduction)}</p>`)}${
    one.payAt === undefined ? '' : html`<p>缴费：${one.payAt}</p>`
  }</div>`;
}

function conditions({ conditions: group }: GuideView): Content {
  return group.none === undefined
    ? html`<ul>${group.list.map((one) => html`<li${when(one.when)}>${one.text} ${whenWords(one)}</li>`)}</ul>`
    : html`<p>${group.none}</p>`;
}

/** Administrative Licensing Law, Article 32. */
const rule = html`<p>材料不齐全或者不符合法定形式的，当场或者五日内一次告知全部需要补正的内容；逾期不告知的，自收到材料之日起即为受理（《行政许可法》第三十二条）。</p><p>${box}材料齐全，符合法定形式　${box}还要补正：<i class="blank"></i></p><p><i class="blank long"></i></p>`;

const signatures = html`<div class="sign"><p>告知人（签名）<i class="blank"></i></p><p>接收人（签名）<i class="blank"></i></p><p>日期<i class="blank short"></i>年<i class="blank short"></i>月<i class="blank short"></i>日</p></div><p class="soft">一式两份，告知人和接收人各执一份。</p>`;

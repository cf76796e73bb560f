import { html, raw, safeUrl, scriptJson, type Content, type Html } from '../html.ts';
import { guideJsonLd } from '../jsonld.ts';
import type { BodyView, CitationView, GuideView, Group, PointView, QuestionView, WhenView } from '../view.ts';
import { layout, link, type Site } from './layout.ts';

/** Where a guide's page and its versions stand. */
export interface GuideAddress {
  /** Path of the page from the root of the site. */
  path: string;
  /** The same content at its permanent address, and those before it, newest first. */
  versions: { path: string; date: string }[];
  /** This page is a version: the path of the current guide, and the day it was published. */
  versionOf?: { path: string; date: string };
}

/** The page of one guide: everything the law asks to be public, in the order in which people ask. */
export function guidePage(site: Site, view: GuideView, address: GuideAddress): string {
  const groups = sections(site, view, address).filter((section) => section.body !== '');
  return layout(site, {
    title: `${view.name}（${view.divisionName}）`,
    description: view.summary,
    path: address.path,
    ...(address.versionOf !== undefined && { canonical: address.versionOf.path }),
    head: html`${caseStyle(view.questions)}
      <script type="application/ld+json">
        ${scriptJson(guideJsonLd(view, site.baseUrl === undefined ? undefined : `${site.baseUrl}/${address.path}`))}
      </script>`,
    crumbs: [{ label: view.divisionName, path: `${view.division}/index.html` }, { label: view.name }],
    body: html`${
      address.versionOf === undefined
        ? ''
        : html`<p class="card">
              <b>这是 ${address.versionOf.date} 发布的版本。</b
              >现行内容见${link(site, address.versionOf.path, '当前指南')}。
              <span lang="en">A permanent earlier version.</span>
            </p>`
    }
      <h1 data-element="name" ${at('/basics/name')}>${view.name}</h1>
      <p>
        ${view.sample ? html`<span class="tag mark">样例 sample</span>` : ''}<span class="tag"
          >${view.divisionName}</span
        >${view.handling === '' ? '' : html`<span class="tag">${view.handling}</span>`}${view.everydayName === undefined ? '' : html`<span class="tag">俗称：${view.everydayName}</span>`}
      </p>
      ${
        view.summary === undefined ? '' : html`<p class="lead" ${at('/basics/summary')}>${view.summary}</p>`
      }${facts(view)}${actions(view)}
      <div class="cols">
        <nav class="toc" aria-labelledby="toc">
          <h2 id="toc">本页内容</h2>
          <ol>
            ${groups.map(({ id, zh }) => html`<li><a href="#${id}">${zh}</a></li>`)}
          </ol>
        </nav>
        <div>
          ${groups.map(
            ({ id, zh, en, body }) =>
              html`<section class="card" id="${id}" aria-labelledby="${id}-h">
                <h2 id="${id}-h">${zh} <span lang="en">${en}</span></h2>
                ${body}
              </section>`,
          )}
        </div>
      </div>`,
  });
}

interface Section {
  id: string;
  zh: string;
  en: string;
  body: Content;
}

function sections(site: Site, view: GuideView, address: GuideAddress): Section[] {
  const s = (id: string, zh: string, en: string, body: Content): Section => ({ id, zh, en, body });
  return [
    s('questions', '我的情形', 'My case', questions(view.questions)),
    s(
      'materials',
      '申请材料',
      'Materials',
      html`<div data-element="materials" ${at('/materials')}>
          ${group(
            view.materials,
            (list) =>
              html`<ol class="points">
                ${list.map(
                  (m) =>
                    html`<li${when(m.when)}${at(`/materials/list/${m.index}`)}><b>${m.text}</b> <span class="tag">${m.need}</span>${whenWords(m)}<p class="small">${[m.kind, m.medium, m.copies, m.source].filter(Boolean).join(' · ')}</p>${m.notes.map((note) => html`<p class="small">${note}</p>`)}${
                      m.resultOf === undefined
                        ? ''
                        : html`<p class="small">这是${m.resultOf.name}的结果。</p>`
                    }${files(site, [
                      ['空白表格', m.form],
                      ['填写样例', m.sample],
                    ])}${citations(site, m.basis)}</li>`,
                )}
              </ol>`,
          )}
        </div>
        <h3>申请表格</h3>
        <div data-element="forms" ${at('/forms')}>
          ${group(
            view.forms,
            (list) =>
              html`<ul class="plain">
                ${list.map(
                  (form) =>
                    html`<li>
                      <b>${form.name}</b> <span class="small">${form.notes}</span>${files(site, [
                        ['空白表格', form.file],
                        ['填写样例', form.sample],
                      ])}
                    </li>`,
                )}
              </ul>`,
          )}
        </div>
        ${
          view.intermediaries === undefined
            ? ''
            : html`<h3>中介服务</h3><div${at('/intermediaries')}>${group(view.intermediaries, (list) => points(site, list, '/intermediaries/list'))}</div>`
        }`,
    ),
    s(
      'steps',
      '办理程序',
      'Procedure',
      html`<div data-element="procedure" ${at('/procedure')}>
        ${group(
          view.steps,
          (list) =>
            html`<ol class="flow">
                ${list.map(
                  (step) =>
                    html`<li${step.critical ? raw(' class="critical"') : ''}${when(step.when)}${at(`/procedure/steps/${step.index}`)}>${step.days === '' ? '' : html`<span class="days">${step.days}</span>`}<b>${step.text}</b> <span class="small">${step.kind === step.text ? '' : step.kind}</span>${step.excluded ? html` <span class="tag">不计入时限</span>` : ''}${whenWords(step)}<br><span class="small">${[
                      step.after.length === 0 ? '开始' : `在${step.after.join('、')}之后`,
                      step.post,
                      step.examines.length === 0 ? '' : `审查：${step.examines.join('；')}`,
                      step.output === '' ? '' : `出具：${step.output}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}</span></li>`,
                )}
              </ol>
              ${view.path === undefined ? '' : html`<p class="small">实心圆点连成最长路径：${view.path.names.join(' → ')}，共 ${view.path.days} 个工作日。</p>`}`,
        )}
      </div>`,
    ),
    s(
      'limits',
      '办理时限',
      'Time limits',
      html`<div data-element="limits" ${at('/limits')}>
        ${
          view.limitsNone === undefined
            ? html`<dl class="rows">
                  ${view.limits.map((limit) => html`<div${at(`/limits/${limit.key}`)}><dt>${limit.label.zh}</dt><dd><b>${limit.value}</b>${citations(site, limit.basis)}</dd></div>`)}
                </dl>
                <p class="small">
                  从受理次日起按工作日计算，节假日不算，调休上班日算；末日逢假日顺延（《民法典》第二百零一条、第二百零三条）。
                </p>`
            : none(view.limitsNone)
        }
      </div>`,
    ),
    s(
      'fees',
      '收费',
      'Fees',
      html`<div data-element="fees" ${at('/fees')}>
        ${group(
          view.fees,
          (list) =>
            html`<ul class="points">
              ${list.map(
                (fee) =>
                  html`<li${when(fee.when)}${at(`/fees/list/${fee.index}`)}><b>${fee.text}：${fee.standard}</b>${whenWords(fee)}${fee.reductions.map((one) => html`<p class="small">减免：${one}</p>`)}${fee.payAt === undefined ? '' : html`<p class="small">${fee.payAt}</p>`}${citations(site, fee.basis)}${fee.standardBasis.length === 0 ? '' : html`<p class="small">标准依据：${citationList(site, fee.standardBasis)}</p>`}</li>`,
              )}
            </ul>`,
        )}
      </div>`,
    ),
    s(
      'conditions',
      '办理条件',
      'Conditions',
      html`<div data-element="conditions" ${at('/conditions')}>
          ${group(
            view.conditions,
            (list) =>
              html`<h3>符合这些条件，应当准予</h3>
                ${points(site, list, '/conditions/grant')}`,
          )}${
            view.refuse.length === 0
              ? ''
              : html`<h3>有这些情形，不予许可</h3>
                  ${points(site, view.refuse, '/conditions/refuse')}`
          }
        </div>
        <h3>数量限制</h3>
        <div data-element="quantity" ${at('/quantity')}>
          ${group(view.quantity, rows)}${citations(site, view.quantity.basis)}
        </div>`,
    ),
    s(
      'basis',
      '法律依据',
      'Legal basis',
      html`<ul class="points" data-element="legalBasis" ${at('/legalBasis')}>
        ${view.basis.map(
          (basis, i) =>
            html`<li${at(`/legalBasis/${i}`)}>${citationList(site, [basis])} <span class="tag">${basis.role}</span>${basis.gist === undefined ? '' : html`<p class="small">${basis.gist}</p>`}${basis.quotation === undefined ? '' : html`<blockquote>${basis.quotation}</blockquote>`}</li>`,
        )}
      </ul>`,
    ),
    s(
      'authority',
      '实施机关',
      'Authority',
      html`<dl class="rows">
        <div data-element="acceptingAuthority" ${at('/authority/accepts')}>
          <dt>受理机关</dt>
          <dd>${body(site, view.accepts)}</dd>
        </div>
        <div data-element="decidingAuthority" ${at('/authority/decides')}>
          <dt>决定机关</dt>
          <dd>${body(site, view.decides)}</dd>
        </div>
        ${view.joint.map(
          (one) =>
            html`<div${at('/authority/joint')}><dt>${one.lead ? '牵头机关' : '联合机关'}</dt><dd>${body(site, one)}${one.does === undefined ? '' : `：${one.does}`}</dd></div>`,
        )}${view.supervises === undefined ? '' : html`<div${at('/authority/supervises')}><dt>监管主体</dt><dd>${body(site, view.supervises)}</dd></div>`}${rowItems([...view.codes, { label: { zh: '服务对象', en: '' }, value: view.served.join('、') }])}
      </dl>`,
    ),
    s(
      'result',
      '审批结果',
      'Result',
      html`<div data-element="licence" ${at('/result')}>
          ${group(
            view.result,
            (list) =>
              html`<dl class="rows">
                ${list.map(
                  (row) =>
                    html`<div>
                      <dt>${row.label.zh}</dt>
                      <dd>${row.value}${citations(site, row.basis)}</dd>
                    </div>`,
                )}
              </dl>`,
          )}
        </div>
        <h3>法律效力</h3>
        <div data-element="legalEffect" ${at('/legalEffect')}>
          ${
            view.legalEffect.none === undefined
              ? html`<p>${view.legalEffect.text}</p>
                  ${citations(site, view.legalEffect.basis)}`
              : none(view.legalEffect.none)
          }
        </div>`,
    ),
    s(
      'supervision',
      '年检与监管',
      'Inspection and supervision',
      html`<h3>年检年报</h3>
        <div data-element="annualInspection" ${at('/annualInspection')}>
          ${group(view.annual, rows)}${citations(site, view.annual.basis)}
        </div>
        <h3>监督管理</h3>
        <div data-element="supervision" ${at('/supervision')}>
          ${group(view.supervision, (list) => points(site, list, '/supervision/measures'))}
        </div>`,
    ),
    s(
      'remedies',
      '权利与救济',
      'Rights and remedies',
      view.rights.length + view.duties.length + view.remedies.length === 0
        ? ''
        : html`<div${at('/rights')}>${
            view.rights.length === 0
              ? ''
              : html`<h3>您的权利</h3>
                  ${points(site, view.rights, '/rights/rights')}`
          }${
            view.duties.length === 0
              ? ''
              : html`<h3>您的义务</h3>
                  ${points(site, view.duties, '/rights/duties')}`
          }<dl class="rows">${view.remedies.map(
            (row) =>
              html`<div>
                <dt>${row.label.zh}</dt>
                <dd>${row.value}${citations(site, row.basis)}</dd>
              </div>`,
          )}</dl></div>`,
    ),
    s(
      'service',
      '去哪里办',
      'Where to go',
      html`<div${at('/service')}>${
        view.windows.length === 0
          ? ''
          : html`<ul class="points">
              ${view.windows.map(
                (window) =>
                  html`<li>
                    <b>${window.centre} ${window.number} 号窗口</b>（${window.name}）
                    <p class="small">
                      ${[window.address, window.hours, window.phone].filter(Boolean).join(' · ')}
                    </p>
                  </li>`,
              )}
            </ul>`
      }<dl class="rows">${view.service.map(
        (row) =>
          html`<div>
            <dt>${row.label.zh}</dt>
            <dd>
              ${row.href === undefined ? row.value : html`<a href="${safeUrl(row.href)}">${row.value}</a>`}
            </dd>
          </div>`,
      )}</dl></div>`,
    ),
    s(
      'faq',
      '常见问题',
      'Questions and answers',
      view.faq.length === 0
        ? ''
        : html`<dl${at('/service/faq')}>${view.faq.map(
            (one) =>
              html`<dt><b>${one.question}</b></dt>
                <dd>${one.answer}</dd>`,
          )}</dl>`,
    ),
    s(
      'version',
      '发布与版本',
      'Issue and versions',
      html`<dl class="rows" ${at('/promulgation')}>${rowItems(view.promulgation)}</dl>
        ${
          address.versions.length === 0
            ? ''
            : html`<h3>永久版本</h3>
                <ul class="plain">
                  ${address.versions.map((version) => html`<li>${link(site, version.path, `${version.date} 发布的版本`)}</li>`)}
                </ul>
                <p class="small">永久地址的内容不再改变，可用来查证申请当日的规定。</p>`
        }${
          view.sources.length === 0
            ? ''
            : html`<details>
                <summary>编写来源</summary>
                <ul>
                  ${view.sources.map((source) => html`<li>${source}</li>`)}
                </ul>
              </details>`
        }`,
    ),
  ];
}

function facts(view: GuideView): Html {
  const { materials } = view;
  const needed = materials.none === undefined ? `${materials.list.length} 项` : '不用交材料';
  const place = view.windows[0];
  const visits = view.service.find((row) => row.label.zh === '到现场次数')?.value;
  return html`<dl class="facts">
    <div>
      <dt>谁来办 <span lang="en">Who</span></dt>
      <dd>${view.decides.name}<small>办给：${view.served.join('、')}</small></dd>
    </div>
    <div>
      <dt>带什么 <span lang="en">Bring</span></dt>
      <dd>${needed}<small>${materials.none ?? '按情形可能更少'}</small></dd>
    </div>
    <div>
      <dt>多久 <span lang="en">How long</span></dt>
      <dd>${view.promised}<small>法定 ${view.statutory}</small></dd>
    </div>
    <div>
      <dt>收费 <span lang="en">Cost</span></dt>
      <dd>${view.feeWords}</dd>
    </div>
    <div>
      <dt>在哪里 <span lang="en">Where</span></dt>
      <dd>
        ${place === undefined ? view.accepts.name : `${place.centre} ${place.number} 号窗口`}<small
          >${visits === undefined ? '' : `跑几次：${visits}`}</small
        >
      </dd>
    </div>
  </dl>`;
}

function actions(view: GuideView): Content {
  return view.links.length === 0
    ? ''
    : html`<p class="act">
        ${view.links.map(({ label, href }) => html`<a href="${safeUrl(href)}" rel="external">${label.zh}</a>`)}
      </p>`;
}

function questions(list: QuestionView[]): Content {
  const asked = list.filter((question) => question.options.length > 0);
  if (asked.length === 0) return '';
  return html`<p class="small">选一选，下面只留下与您有关的材料、环节和收费。回答只在本机起作用。</p><form${at('/questions')}>${asked.map(
    (question) =>
      html`<fieldset>
        <legend>${question.text}</legend>
        ${question.help === undefined ? '' : html`<p class="small">${question.help}</p>`}<label
          ><input type="radio" name="q-${question.id}" value="" checked /> 都显示</label
        >${question.options.map(
          (option) =>
            html`<label
              ><input
                type="radio"
                name="q-${question.id}"
                id="q-${question.id}-${option.id}"
                value="${option.id}"
              />
              ${option.text}</label
            >`,
        )}
      </fieldset>`,
  )}</form>`;
}

/** Hides by style alone what the answers rule out, so that no script is needed. */
function caseStyle(list: QuestionView[]): Content {
  const rules = list.flatMap(({ id, options }) =>
    options
      .filter((option) => /^[A-Za-z0-9_-]+$/.test(option.id) && /^[a-z0-9-]+$/.test(id))
      .map(
        (option) =>
          `main:has(#q-${id}-${option.id}:checked) [data-q-${id}]:not([data-q-${id}~="${option.id}"]){display:none}`,
      ),
  );
  return rules.length === 0
    ? ''
    : html`<style>
        ${raw(rules.join(''))}
      </style>`;
}

function when(view: WhenView): Html {
  const attributes = Object.entries(view)
    .filter(([id]) => /^[a-z0-9-]+$/.test(id))
    .map(([id, values]) => html` data-q-${raw(id)}="${values.join(' ')}"`);
  return html`${attributes}`;
}

function whenWords(point: PointView): Content {
  return point.whenWords === '' ? '' : html` <span class="when">仅限：${point.whenWords}</span>`;
}

/** The place in the item that a part shows: the studio's preview leads from it to the field. */
function at(pointer: string): Html {
  return html` data-path="${pointer}"`;
}

function group<T>(value: Group<T>, filled: (list: T[]) => Content): Content {
  if (value.none !== undefined) return none(value.none);
  return value.list.length === 0
    ? html`<p class="none">未写明 <span lang="en">not stated</span></p>`
    : filled(value.list);
}

function none(reason: string): Html {
  return html`<p class="none"><b>无</b>：${reason}</p>`;
}

function rows(list: { label: { zh: string }; value: string }[]): Html {
  return html`<dl class="rows">${rowItems(list)}</dl>`;
}

function rowItems(list: { label: { zh: string }; value: string }[]): Content {
  return list
    .filter((row) => row.value !== '')
    .map(
      (row) =>
        html`<div>
          <dt>${row.label.zh}</dt>
          <dd>${row.value}</dd>
        </div>`,
    );
}

function points(site: Site, list: PointView[], path: string): Html {
  return html`<ol class="points">
    ${list.map((point) => html`<li${when(point.when)}${at(`${path}/${point.index}`)}>${point.text}${whenWords(point)}${citations(site, point.basis)}</li>`)}
  </ol>`;
}

function citations(site: Site, list: CitationView[]): Content {
  return list.length === 0 ? '' : html`<p class="small">依据：${citationList(site, list)}</p>`;
}

function citationList(site: Site, list: CitationView[]): Content {
  return list.map(
    (citation, i) =>
      html`${i === 0 ? '' : '、'}${citation.law === undefined ? citation.words : link(site, `laws/${citation.law}.html`, citation.words)}`,
  );
}

function body(site: Site, view: BodyView): Html {
  const name =
    view.agency === undefined ? html`${view.name}` : link(site, `agencies/${view.agency}.html`, view.name);
  return html`${name}${view.phone === undefined ? '' : html` <span class="small">${view.phone}</span>`}`;
}

function files(site: Site, list: [string, string | undefined][]): Content {
  return list.map(([label, path]) =>
    path === undefined ? '' : html`<p class="small">${link(site, path, label)}</p>`,
  );
}

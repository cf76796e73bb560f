import { html, type Content, type Html } from '../../html.ts';
import type { BundleMaterialView, BundleMemberView, BundleView } from '../../view/bundle/types.ts';
import { answerBox, headOf } from '../guide/answer.ts';
import type { StylePart } from '../../style.ts';
import type { GuideAddress } from '../guide.ts';
import {
  at,
  bodyWords,
  citations,
  factRow,
  factRows,
  formLinks,
  group,
  when,
  whenWords,
  type Section,
} from '../guide/fragments.ts';
import { flowDrawing } from '../guide/flowDrawing.ts';
import { caseStyle, questionsSection } from '../guide/questions.ts';
import { reportSection } from '../guide/report.ts';
import { windowLine } from '../guide/service.ts';
import { layout, link, type Site } from '../layout.ts';
import { paperNote, sectioned, versionNote } from '../sectioned.ts';
import { versionsSection } from '../guide/versions.ts';

/** The page of a bundle in one division: what is in it, what to bring once, how it runs, what it saves. */
export function bundlePage(site: Site, view: BundleView, address: GuideAddress): string {
  return layout(site, {
    title: `${view.name}一件事（${view.divisionName}）`,
    description: view.summary,
    path: address.path,
    ...(address.versionOf !== undefined && { canonical: address.versionOf.path }),
    uses: [...bundleParts, ...(address.versionOf === undefined ? [] : (['version'] as const))],
    head: caseStyle(view.questions),
    crumbs: [
      { label: view.divisionName, path: `${view.division}/index.html` },
      { label: `${view.name}一件事` },
    ],
    body: html`${versionNote(site, address)}${bundleAnswer(site, view)}${sectioned(bundleSections(site, view, address))}${paperNote(site, address)}`,
  });
}

/** Parts of the style that the page of a bundle needs. */
export const bundleParts: readonly StylePart[] = ['rows', 'guide', 'questions', 'drawing', 'compare'];

/** What the bundle is, and the five questions that everybody asks. */
export function bundleAnswer(site: Site, view: BundleView): Html {
  const [days, materials] = view.savings;
  const window = view.windows[0];
  return html`${headOf(site, view, '', ['一件事', view.divisionName])}${answerBox([
    {
      zh: '包含什么',
      en: 'What is in it',
      href: '#members',
      value: `${view.members.length} 个事项`,
      note: '一次申请',
    },
    {
      zh: '带什么',
      en: 'What to bring',
      href: '#materials',
      value: materials?.together ?? '',
      note: `分别办要 ${materials?.apart ?? ''}`,
    },
    {
      zh: '要多久',
      en: 'How long',
      href: '#limits',
      value: view.promised,
      note: days === undefined ? '' : `依次办要 ${days.apart}`,
    },
    {
      zh: '要花钱吗',
      en: 'What it costs',
      href: '#members',
      value: view.members.every(({ fee }) => fee === '不收费') ? '不收费' : '有收费',
      note: '见各事项',
    },
    {
      zh: '去哪里',
      en: 'Where',
      href: '#service',
      value: window === undefined ? view.lead.name : `${window.centre} ${window.number} 号窗口`,
      note: view.visits === '不用跑' ? '可以不到现场' : `到现场 ${view.visits}`,
    },
  ])}`;
}

/** In this order they stand on the page. */
export function bundleSections(site: Site, view: BundleView, address: GuideAddress): Section[] {
  const sections: Section[] = [
    questionsSection(site, view),
    {
      id: 'members',
      zh: '包含哪些事项',
      en: 'What is in it',
      body: html`<ol class="points"${at(site, '/members')}>${view.members.map((one) => member(site, one))}</ol>`,
    },
    materialsSection(site, view),
    stepsSection(site, view),
    limitsSection(site, view),
    {
      id: 'excluded',
      zh: '不在内的事项',
      en: 'What is left out',
      body:
        view.excluded.length === 0
          ? ''
          : html`<ul class="plain">${view.excluded.map(
              ({ index, name, path, reason }) =>
                html`<li${at(site, `/excluded/${index}`)}><b>${path === undefined ? name : link(site, path, name)}</b><p>${reason}</p></li>`,
            )}</ul>`,
    },
    authoritySection(site, view),
    {
      id: 'annual',
      zh: '联合年检',
      en: 'Inspected together',
      body: html`<div${at(site, '/annualInspection')}>${group(view.annual, (list) => factRows(site, list))}</div>`,
    },
    {
      id: 'service',
      zh: '去哪里办',
      en: 'Where to go',
      body:
        view.windows.length + view.service.length === 0
          ? ''
          : html`<div${at(site, '/acceptance')}>${
              view.windows.length === 0
                ? ''
                : html`<ul class="plain">${view.windows.map((window) => windowLine(site, window))}</ul>`
            }${factRows(site, view.service)}</div>`,
    },
    versionsSection(site, view, address),
  ];
  return [...sections, reportSection(site, reported(view), address, sections)];
}

/** As which a bundle is reported on; whoever leads it is asked at its window. */
function reported(view: BundleView): Parameters<typeof reportSection>[1] {
  const { id, division, windows } = view;
  const phones = windows.flatMap(({ phone }) =>
    phone === undefined ? [] : [{ label: { zh: '窗口电话', en: 'Window' }, value: phone, basis: [] }],
  );
  return { id: `bundle/${id}`, division, phones };
}

function member(site: Site, one: BundleMemberView): Content {
  const facts = [one.place === undefined ? '' : `由${one.place}实施`, one.fee].filter((fact) => fact !== '');
  const days = one.alone === undefined ? one.limit : `${one.limit}（单独办 ${one.alone}）`;
  return html`<li${when(one.when)}${at(site, `/members/${one.index}`)}><b>${
    one.path === undefined ? one.name : link(site, one.path, one.name)
  }</b> ${whenWords(one)}<p class="small">${bodyWords(site, one.decides)} · ${[days, ...facts].join(' · ')}</p>${one.notes.map(
    (note) => html`<p>${note}</p>`,
  )}</li>`;
}

function materialsSection(site: Site, view: BundleView): Section {
  return {
    id: 'materials',
    zh: '一次交齐的材料',
    en: 'What to bring, once',
    body: html`${view.notice === undefined ? '' : html`<p${at(site, '/notice')}>${view.notice}</p>`}<ol class="points"${at(site, '/shared')}>${view.materials.map(
      (one) => material(site, one),
    )}</ol>${
      view.inside.length === 0
        ? ''
        : html`<h3>不用交的 <span lang="en">Not needed</span></h3><ul class="plain">${view.inside.map(
            ({ text, from, how }) =>
              html`<li><b>${text}</b><p class="small">是这件事里“${from}”的结果，${how}。</p></li>`,
          )}</ul>`
    }`,
  };
}

function material(site: Site, one: BundleMaterialView): Content {
  const shared = one.members.length > 1;
  return html`<li${when(one.when)}${one.index === undefined ? '' : at(site, `/shared/${one.index}`)}><b>${one.text}</b> ${
    one.need === '' ? '' : html`<span class="tag${one.required ? ' must' : ''}">${one.need}</span>`
  } ${whenWords(one)}<p class="small">${shared ? '共用：' : ''}${one.members.join('、')}</p>${one.notes.map(
    (note) => html`<p>${note}</p>`,
  )}${formLinks(site, one.form, one.sample)}</li>`;
}

function stepsSection(site: Site, view: BundleView): Section {
  const path = view.path.length < 2 ? view.path.join('') : `${view.path.join(' → ')}，前一个办结才能办后一个`;
  return {
    id: 'steps',
    zh: '怎样一起办',
    en: 'How it runs',
    body: html`<div${at(site, '/joint')}>${flowDrawing(view.steps, 'across')}${flowDrawing(view.steps, 'down')}${
      path === '' ? '' : html`<p class="small">粗框是最费时的一路：${path}。</p>`
    }<ol class="flow">${view.steps.map(
      (step) =>
        html`<li${when(step.when)}${step.critical ? html` class="critical"` : ''}><p class="step"><b>${step.text}</b>${
          step.days === '' ? '' : html`<span>${step.days}</span>`
        }</p>${whenWords(step)}${step.excluded ? html`<span class="tag">不计入时限</span>` : ''}${step.afterNames.length === 0 ? '' : html`<p class="small">在${step.afterNames.join('、')}之后</p>`}${stepNote(site, view, step.id)}</li>`,
    )}</ol></div>`,
  };
}

function stepNote(site: Site, view: BundleView, id: string): Content {
  if (id === 'accept') return view.acceptance === undefined ? '' : html`<p>${view.acceptance}</p>`;
  if (id === 'deliver')
    return view.delivery === '' ? '' : html`<p${at(site, '/delivery')}>${view.delivery}</p>`;
  const joint = view.joint.find(
    (_, i) => view.steps.filter((step) => step.id.startsWith('joint/'))[i]?.id === id,
  );
  return joint === undefined
    ? ''
    : html`<p class="small"${at(site, `/joint/${joint.index}`)}>${joint.kind}：${joint.members.join('、')}</p>${
        joint.text === undefined ? '' : html`<p>${joint.text}</p>`
      }`;
}

function limitsSection(site: Site, view: BundleView): Section {
  return {
    id: 'limits',
    zh: '时限和省下的',
    en: 'How long, and what is saved',
    body: html`<dl class="rows"${at(site, '/limits')}>${view.limits.map((limit) =>
      factRow(site, limit, html` class="${limit.key}"${at(site, `/limits/${limit.key}`)}`),
    )}</dl><h3>一起办和分别办 <span lang="en">Together and apart</span></h3><table class="compare"><thead><tr><td></td><th scope="col">依次办</th><th scope="col">一起办</th></tr></thead><tbody>${view.savings.map(
      ({ label, apart, together }) =>
        html`<tr><th scope="row">${label.zh} <span lang="en">${label.en}</span></th><td>${apart}</td><td><b>${together}</b></td></tr>`,
    )}</tbody></table>${view.cautions.map((caution) => html`<p class="small">${caution}</p>`)}`,
  };
}

function authoritySection(site: Site, view: BundleView): Section {
  const basis =
    view.basis.length === 0 ? '' : html`<p${at(site, '/basis')}>${citations(site, view.basis)}</p>`;
  return {
    id: 'authority',
    zh: '谁牵头、凭什么',
    en: 'Who leads, and on what basis',
    body: html`<dl class="rows"><div${at(site, '/lead')}><dt>牵头机关</dt><dd>${bodyWords(site, view.lead)}</dd></div>${view.seal.map(
      (fact) => factRow(site, fact, at(site, '/seal')),
    )}</dl>${basis}${
      view.documents.length === 0
        ? ''
        : html`<ul class="plain"${at(site, '/documents')}>${view.documents.map((document) => html`<li>${document}</li>`)}</ul>`
    }`,
  };
}

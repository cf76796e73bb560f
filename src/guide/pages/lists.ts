import type { Agency, Law } from '../../catalogue/index.ts';
import { citeInWords } from '../../model/citedLaws.ts';
import { labelOf } from '../../model/field.ts';
import { schemas } from '../../model/schemas.ts';
import { html, safeUrl, type Content, type Html } from '../html.ts';
import { layout, type Site } from './layout.ts';

/** A guide as a line of a list. */
export interface GuideLine {
  path: string;
  id: string;
  name: string;
  everydayName: string | undefined;
  summary: string | undefined;
  division: string;
  divisionName: string;
  authority: string;
  agency: string | undefined;
  promised: string;
  fee: string;
  themes: string[];
}

export interface Entry {
  path: string;
  label: string;
  note: string;
}

/** The first page: search, then every way to a guide. */
export function homePage(
  site: Site,
  { divisions, themes, agencies }: { divisions: Entry[]; themes: Entry[]; agencies: Entry[] },
): string {
  const { config } = site.lookups;
  return layout(site, {
    title: config.title,
    description: config.notice,
    path: 'index.html',
    body: html`<h1>要办什么事？</h1>
      <p class="lead">查材料、时限、收费和地点。每份指南都写明法律依据，并保留发布过的每个版本。</p>
      ${searchForm(site)}
      <h2 id="divisions" style="margin-top:2rem">按地区</h2>
      ${cards(site, divisions)}
      <h2 style="margin-top:2rem">按主题</h2>
      ${cards(site, themes)}
      <h2 style="margin-top:2rem">按部门</h2>
      ${cards(site, agencies)}`,
  });
}

/** Guides of one division, agency or theme. */
export function listPage(
  site: Site,
  {
    path,
    title,
    lead,
    crumbs,
    lines,
  }: {
    path: string;
    title: string;
    lead: string;
    crumbs?: { label: string; path?: string }[];
    lines: GuideLine[];
  },
): string {
  return layout(site, {
    title,
    description: lead,
    path,
    crumbs: [...(crumbs ?? []), { label: title }],
    body: html`<h1>${title}</h1>
      <p class="lead">${lead}</p>
      <div class="card">${guideList(site, lines)}</div>`,
  });
}

/** Search: everything is listed here, and the script, where it runs, narrows the list while one types. */
export function searchPage(site: Site, lines: GuideLine[]): string {
  return layout(site, {
    title: '搜索全部事项',
    path: 'search.html',
    crumbs: [{ label: '搜索' }],
    head: html`<script src="${site.root}search-index.js" defer></script>
      <script src="${site.root}search.js" defer></script>`,
    body: html`<h1>搜索全部事项</h1>
      ${searchForm(site)}
      <p class="small" id="count" role="status">共 ${lines.length} 份指南，按名称排列。</p>
      <div class="card" id="results">
        ${guideList(
          site,
          [...lines].sort(
            (a, b) => a.name.localeCompare(b.name, 'zh-CN') || a.division.localeCompare(b.division),
          ),
        )}
      </div>`,
  });
}

/** One law: what it is, which articles are cited, and every guide that rests on it. */
export function lawPage(site: Site, law: Law, lines: GuideLine[]): string {
  const kind = labelOf(schemas.law.properties!['kind']!, law.kind).zh;
  const facts: [string, string | undefined][] = [
    ['效力层级', kind],
    ['制定机关', law.issuer],
    ['文号', law.documentNumber],
    ['简称', law.shortTitles?.join('、')],
    ['来源', law.source?.text],
  ];
  return layout(site, {
    title: law.title,
    description: `${law.title}：${kind}，${law.issuer}`,
    path: `laws/${law.id}.html`,
    crumbs: [{ label: '法律依据', path: 'laws/index.html' }, { label: law.title }],
    body: html`<h1>${law.title}</h1>
      <div class="card">
        <dl class="rows">
          ${facts.map(([label, value]) =>
            value === undefined
              ? ''
              : html`<div>
                  <dt>${label}</dt>
                  <dd>${value}</dd>
                </div>`,
          )}
        </dl>
      </div>
      <div class="card">
        <h2>版本 <span lang="en">Versions</span></h2>
        <dl class="rows">
          ${(law.versions ?? []).map(
            (version) =>
              html`<div>
                <dt>${version.effective} 施行</dt>
                <dd>
                  ${[version.adopted && `${version.adopted} 公布`, version.repealed && `${version.repealed} 废止`, version.note].filter(Boolean).join('，')}
                </dd>
              </div>`,
          )}
        </dl>
      </div>
      ${
        (law.articles ?? []).length === 0
          ? ''
          : html`<div class="card">
              <h2>引用到的条文 <span lang="en">Articles cited, in gist</span></h2>
              <dl class="rows">
                ${(law.articles ?? []).map(
                  (article) =>
                    html`<div id="a${article.number}">
                      <dt>${citeInWords({ law: '', article: article.number }).zh.slice(2)}</dt>
                      <dd>${article.gist}</dd>
                    </div>`,
                )}
              </dl>
              <p class="small">条文要点为概括，以公布的原文为准。</p>
            </div>`
      }
      <div class="card">
        <h2>以它为依据的指南 <span lang="en">Guides that rest on it</span></h2>
        ${lines.length === 0 ? html`<p class="none">没有。</p>` : guideList(site, lines)}
      </div>`,
  });
}

/** Every law of the registry, by rank. */
export function lawsPage(site: Site, laws: readonly Law[]): string {
  const kinds = Object.entries(schemas.law.properties!['kind']!['x-labels'] ?? {});
  return layout(site, {
    title: '法律依据',
    path: 'laws/index.html',
    crumbs: [{ label: '法律依据' }],
    body: html`<h1>法律依据</h1>
      <p class="lead">指南引用的全部法律、法规和文件，按效力层级排列。</p>
      ${kinds.map(([kind, words]) => {
        const of = laws.filter((law) => law.kind === kind);
        return of.length === 0
          ? ''
          : html`<div class="card">
              <h2>${words.zh} <span lang="en">${words.en}</span></h2>
              <ul class="list">
                ${of.map((law) => html`<li>${entry(site, `laws/${law.id}.html`, law.title, law.issuer)}</li>`)}
              </ul>
            </div>`;
      })}`,
  });
}

/** What an agency does here, and how to reach it. */
export function agencyPage(site: Site, agency: Agency, lines: GuideLine[]): string {
  return layout(site, {
    title: agency.name,
    path: `agencies/${agency.id}.html`,
    crumbs: [
      { label: site.lookups.divisionName(agency.division), path: `${agency.division}/index.html` },
      { label: agency.name },
    ],
    body: html`<h1>${agency.name}</h1>
      <div class="card">
        <dl class="rows">
          <div>
            <dt>职能</dt>
            <dd>
              ${(agency.departments ?? []).map((code) => site.lookups.codeLabel('departments', code).zh).join('、')}
            </dd>
          </div>
          ${
            agency.phone === undefined
              ? ''
              : html`<div>
                  <dt>电话</dt>
                  <dd><a href="${safeUrl(`tel:${agency.phone.replaceAll('-', '')}`)}">${agency.phone}</a></dd>
                </div>`
          }${
            agency.address === undefined
              ? ''
              : html`<div>
                  <dt>地址</dt>
                  <dd>${agency.address}</dd>
                </div>`
          }
        </dl>
      </div>
      <div class="card">
        <h2>由它决定的事项</h2>
        ${lines.length === 0 ? html`<p class="none">没有。</p>` : guideList(site, lines)}
      </div>`,
  });
}

/** What the site is, how periods are reckoned, what a permanent version is. */
export function aboutPage(site: Site, { date, guides }: { date: string; guides: number }): string {
  const { config } = site.lookups;
  return layout(site, {
    title: '说明',
    path: 'about.html',
    crumbs: [{ label: '说明' }],
    body: html`<h1>说明 <span lang="en">About</span></h1>
      <div class="card">
        <p>${config.notice}</p>
        <p lang="en">${config.noticeEn}</p>
        <p>本站有 ${guides} 份指南，内容以 ${date} 有效的操作规程为准。</p>
        <h2>期限怎样计算</h2>
        <p>
          除写明自然日的以外，期限按工作日计算。开始的当日不计入；法定节假日和周末不算，调休的工作日算；末日是休假日的，顺延到下一个工作日。
        </p>
        <h2>永久版本</h2>
        <p>
          每次发布时，内容有变化的指南得到一个永久地址，此后不再改变。要知道申请当日的规定，打开当时的版本即可。
        </p>
      </div>`,
  });
}

function searchForm(site: Site): Html {
  return html`<form class="find" role="search" action="${site.root}search.html" method="get">
    <input
      type="search"
      name="q"
      id="q"
      aria-label="搜索事项 Search"
      placeholder="如：开餐馆、砍树、卫生证"
      autocomplete="off"
    /><button>搜索</button>
  </form>`;
}

function cards(site: Site, entries: Entry[]): Html {
  return html`<ul class="grid">
    ${entries.map(
      ({ path, label, note }) =>
        html`<li>
          <a href="${site.root}${path}">${label}<small>${note}</small></a>
        </li>`,
    )}
  </ul>`;
}

function guideList(site: Site, lines: GuideLine[]): Html {
  return html`<ul class="list">
    ${lines.map((line) => html`<li>${entry(site, line.path, line.name, [line.everydayName, line.divisionName, line.authority, line.promised, line.fee].filter(Boolean).join(' · '))}</li>`)}
  </ul>`;
}

function entry(site: Site, path: string, label: string, note: Content): Html {
  return html`<a href="${site.root}${path}"><b>${label}</b><small>${note}</small></a>`;
}

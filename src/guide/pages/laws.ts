import type { Law } from '../../catalogue/index.ts';
import { citeInWords } from '../../model/citedLaws.ts';
import { labelOf } from '../../model/field.ts';
import { schemas, type Words } from '../../model/schemas.ts';
import { html, type Content } from '../html.ts';
import { facts, joined } from '../view/subject.ts';
import { guideList, type GuideLine } from './entries.ts';
import { englishName, factRows } from './guide/fragments.ts';
import { layout, type Site } from './layout.ts';
import { pagePath, pagesNav, pageWords, type Paging } from './paging.ts';

const kinds = schemas.law.properties!['kind']!;

/** One law: what it is, which articles are cited, and every guide that cites it. */
export function lawPage(site: Site, law: Law, lines: readonly GuideLine[], paging: Paging): string {
  const kind = labelOf(kinds, law.kind).zh;
  return layout(site, {
    title: law.title + pageWords(paging),
    description: `${law.title}：${kind}，${law.issuer}`,
    path: pagePath(paging),
    crumbs: [{ label: '法律依据', path: 'laws/index.html' }, { label: law.title }],
    uses: ['rows', 'lists'],
    body: html`<h1>${law.title}${pageWords(paging)}</h1>${englishName(law.en)}${paging.number === 1 && about(site, law, kind)}${part('guides', { zh: '引用它的指南', en: 'Guides that cite it' }, guideList(site, lines))}${pagesNav(site, paging)}`,
  });
}

/** What it is, its versions, and the articles that are cited. */
function about(site: Site, law: Law, kind: string): Content {
  return html`${factRows(
    site,
    facts([
      [{ zh: '效力层级', en: 'Rank' }, kind],
      [{ zh: '制定机关', en: 'Issuer' }, law.issuer],
      [{ zh: '文号', en: 'Number' }, law.documentNumber],
      [{ zh: '简称', en: 'Short titles' }, law.shortTitles?.join('、')],
      [{ zh: '来源', en: 'Source' }, law.source?.text],
    ]),
  )}${part('versions', { zh: '版本', en: 'Versions' }, versions(site, law))}${
    (law.articles ?? []).length === 0
      ? ''
      : part('articles', { zh: '引用到的条文', en: 'Articles cited, in gist' }, articles(law))
  }`;
}

/** Every law of the registry, by rank. */
export function lawsPage(site: Site, laws: readonly Law[]): string {
  return layout(site, {
    title: '法律依据',
    path: 'laws/index.html',
    crumbs: [{ label: '法律依据' }],
    uses: ['lists'],
    body: html`<h1>法律依据</h1><p class="lead">指南引用的全部法律、法规和文件，按效力层级排列。</p>${Object.entries(
      kinds['x-labels'] ?? {},
    ).map(([kind, words]) => {
      const of = laws.filter((law) => law.kind === kind);
      return of.length === 0
        ? ''
        : part(
            kind,
            words,
            html`<ul class="list">${of.map(
              (law) =>
                html`<li><a href="${site.root}laws/${law.id}.html"><b>${law.title}</b><small>${law.issuer}</small></a></li>`,
            )}</ul>`,
          );
    })}`,
  });
}

function part(id: string, { zh, en }: Words, body: Content): Content {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${zh} <span lang="en">${en}</span></h2>${body}</section>`;
}

function versions(site: Site, law: Law): Content {
  return factRows(
    site,
    (law.versions ?? []).map(({ effective, adopted, repealed, note }) => {
      // A version need not say when it takes effect, nor when it was published.
      const day = effective ?? adopted ?? '';
      const published = effective === undefined ? '公布，施行日期未登记' : adopted && `${adopted} 公布`;
      return {
        label: { zh: day, en: day },
        value: joined([effective && '施行', published, repealed && `${repealed} 废止`, note], '，'),
        basis: [],
      };
    }),
  );
}

function articles(law: Law): Content {
  return html`<dl class="rows law">${(law.articles ?? []).map(
    ({ number, gist }) =>
      html`<div id="a${number}"><dt>${citeInWords({ law: '', article: number }).zh.slice('《》'.length)}</dt><dd>${gist}</dd></div>`,
  )}</dl><p class="small">条文要点为概括，以公布的原文为准。</p>`;
}

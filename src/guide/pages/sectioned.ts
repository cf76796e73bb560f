import { onceOfRecurring, recurs, willRecur } from '../../model/recurringValues.ts';
import { html, raw, type Content, type Html } from '../html.ts';
import type { GuideAddress } from './guide.ts';
import type { Section } from './guide/fragments.ts';
import { link, type Site } from './layout.ts';

/** The parts of a guide that say something, under their headings, with a list of them to jump from. */
export function sectioned(all: readonly Section[]): Html {
  return html`${sectionedPieces(all)}`;
}

/** The same in pieces, of which many pages have some in common. */
export function sectionedPieces(all: readonly Section[]): Html[] {
  const sections = all.filter((section) => section.body !== '');
  return [
    html`<div class="cols">`,
    contents(sections),
    html`<div class="text">`,
    ...sections.map(sectionElement),
    html`</div></div>`,
  ];
}

const mostContents = 200;
const keptContents = new Map<string, Html>();

/** The list to jump from: most pages have the same. */
function contents(sections: readonly Section[]): Html {
  let key = '';
  for (const { id, zh } of sections) key += `${id} ${zh}\n`;
  let list = keptContents.get(key);
  if (list === undefined) {
    list = html`<nav class="toc" aria-labelledby="toc"><h2 id="toc">本页内容 <span lang="en">On this page</span></h2><ol>${sections.map(
      ({ id, zh }) => html`<li><a href="#${id}">${zh}</a></li>`,
    )}</ol></nav>`;
    willRecur(list);
    if (keptContents.size >= mostContents) keptContents.clear();
    keptContents.set(key, list);
  }
  return list;
}

const sectionElement = onceOfRecurring((section: Section): Html => {
  const { id, zh, en, body } = section;
  const element = html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${zh} <span lang="en">${en}</span></h2>${body}</section>`;
  if (recurs(section)) willRecur(element);
  return element;
});

/** On the page of a version: that it is one, and where the current guide stands. */
export function versionNote(site: Site, { versionOf }: GuideAddress): Content {
  if (versionOf === undefined) return '';
  return html`<p class="version"><b>这是 ${versionOf.date} 发布的版本。</b>现行内容见${link(site, versionOf.path, '当前指南')}。 <span lang="en">A permanent earlier version.</span></p>`;
}

/**
 * On paper alone: which version this is and where it stays. What a guide says now has the same as a code beside it, which
 * the script brings once all else is there: in the page it would be a tenth of it.
 */
export function paperNote({ baseUrl }: Site, { path, versions, versionOf }: GuideAddress): Content {
  const version = versionOf === undefined ? versions[0] : { path };
  if (version === undefined) return '';
  const name = version.path.replace(/^.*\/|\.html$/g, '');
  const hasCode = baseUrl !== undefined && versionOf === undefined;
  return html`<p class="paper"${hasCode && raw(' data-code')}>版本 ${name}${baseUrl !== undefined && ` ${baseUrl}/${version.path}`}</p>`;
}

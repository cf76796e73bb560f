import { dayNumber, isoDate } from '../../../procedure/index.ts';
import { html, type Content } from '../../html.ts';
import type { ChangedStatement } from '../../view/statements.ts';
import type { GuideView } from '../../view/types.ts';
import type { GuideAddress } from '../guide.ts';
import { link, type Site } from '../layout.ts';
import { at, factRows, type Section } from './fragments.ts';

/** Who issued this procedure and with what force, every published version, and where its facts come from. */
export function versionsSection(
  site: Site,
  view: Pick<GuideView, 'promulgation' | 'sources'>,
  { versions, changes, checked }: GuideAddress,
): Section {
  return {
    id: 'version',
    zh: '发布与版本',
    en: 'Issue and versions',
    body: html`<div${at(site, '/promulgation')}>${factRows(site, view.promulgation)}</div>${checkedLast(checked)}${whatChanged(changes)}${
      versions.length === 0
        ? ''
        : html`<h3>申请当日的规定 <span lang="en">The rules on the day I applied</span></h3><p>找到您申请的那一天，看当时公开的是哪一版。每一版的地址和内容不再改变。</p><ul class="plain">${versions.map(
            ({ path, date }, i) =>
              html`<li>${shownFrom(versions, i)}${link(site, path, `${date} 发布的版本`)}${i === 0 && versions.length > 1 && '（现在公开的）'}</li>`,
          )}</ul>`
    }${
      view.sources.length === 0
        ? ''
        : html`<h3>编写来源 <span lang="en">Sources</span></h3><ul class="plain"${at(site, '/sources')}>${view.sources.map(
            (source) => html`<li class="small">${source}</li>`,
          )}</ul>`
    }`,
  };
}

/** Who checked it last and when. */
function checkedLast(checked: GuideAddress['checked']): Content {
  if (checked === undefined) return '';
  return html`<dl class="rows"><div><dt>最后审核 <span lang="en">Checked</span></dt><dd>${checked.date}，${checked.by.join('、')}</dd></div></dl>`;
}

/** From when until when a version was shown; where an old one was gone back to, its days are no longer one stretch. */
function shownFrom(versions: GuideAddress['versions'], i: number): string {
  const { date } = versions[i]!;
  const isInOrder = versions.every((one, n) => n === 0 || one.date <= versions[n - 1]!.date);
  if (!isInOrder) return '';
  if (i === 0) return `${date} 起至今：`;
  const until = dayBefore(versions[i - 1]!.date);
  return until < date ? `${date} 当天：` : `${date} 至 ${until}：`;
}

function dayBefore(date: string): string {
  const day = dayNumber(date);
  return day === undefined ? date : isoDate(day - 1);
}

/** How many changes a page tells in words: it has room for no more. */
const mostChanges = 8;

/** What is otherwise than in the version before, by what it is called. */
function whatChanged(changes: GuideAddress['changes']): Content {
  if (changes === undefined || changes.list.length === 0) return '';
  const { date, list } = changes;
  const more = list.length - mostChanges;
  return html`<h3>改了什么 <span lang="en">What changed</span></h3><p>${date} 起与上一版相比：</p><ul>${list
    .slice(0, mostChanges)
    .map(changeLine)}</ul>${more > 0 && html`<p class="small">还有 ${more} 处，对照上一版可见。</p>`}`;
}

function changeLine({ section, name, before, after }: ChangedStatement): Content {
  const what = name === '' ? section : `${section}，${clipped(name)}`;
  if (before === undefined)
    return html`<li>${what}：新增${after !== '' && html`“<ins>${clipped(after)}</ins>”`}</li>`;
  if (after === undefined)
    return html`<li>${what}：删去${before !== '' && html`“<del>${clipped(before)}</del>”`}</li>`;
  return html`<li>${what}：<del>${clipped(before)}</del> → <ins>${clipped(after)}</ins></li>`;
}

function clipped(text = ''): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

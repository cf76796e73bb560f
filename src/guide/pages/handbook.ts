import type { Handbook, HandbookBlock } from '../../exchange/handbook/handbook.ts';
import { ownTokens } from '../../model/theme/themeTokens.ts';
import { html, raw, type Content } from '../html.ts';
import { properties } from '../style.ts';

const style = `
:root{color-scheme:light dark;${properties(ownTokens.light)};font:17px/1.65 "Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei",system-ui,sans-serif}
@media(prefers-color-scheme:dark){:root{${properties(ownTokens.dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
main{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1,h2,h3{line-height:1.35;break-after:avoid;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.2rem);margin:.25rem 0}
h2{font-size:1.35rem;margin:2.5rem 0 .75rem;padding-bottom:.35rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
a{color:var(--link);text-underline-offset:.22em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
[lang=en]{color:var(--soft);font-size:.8em;font-weight:400}
.kind,.lead{color:var(--soft);margin:0}
.mark{display:inline-block;margin:.75rem 0 0;padding:.15rem .7rem;border:2px solid var(--seal);border-radius:6px;color:var(--ink);font-weight:700}
nav ol{columns:3 14rem;gap:1.5rem;margin:1.25rem 0 0;padding:0;list-style:none}
nav li{break-inside:avoid}
nav a{display:flex;align-items:center;min-height:44px}
.wide{overflow-x:auto}
table{width:100%;margin:.75rem 0;border-collapse:collapse;table-layout:fixed;font-size:.94rem}
th,td{border:1px solid var(--line);padding:.45rem .6rem;text-align:left;vertical-align:top;white-space:pre-line}
th{background:var(--tint);font-weight:700}
.facts th{width:9.5rem}
p{white-space:pre-line;margin:.5rem 0}
@media(max-width:40rem){.wide table{min-width:46rem}.facts th{width:7rem}}
@page{size:A4;margin:18mm 15mm}
@media print{:root{color-scheme:light;${properties(ownTokens.light)};font-size:10.5pt}main{max-width:none;padding:0}nav{display:none}.wide{overflow:visible}.wide table{min-width:0}
thead{display:table-header-group}tr{break-inside:avoid}h2{margin-top:1.2rem}}`;

/** The inner handbook as one page that stands by itself, on the screen and on A4. It is for staff and leads to no site. */
export function handbookPage({ name, lead, mark, sections }: Handbook): string {
  return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width,initial-scale=1" /><meta name="robots" content="noindex" /><meta name="referrer" content="no-referrer" /><title>${name} - 审查工作细则</title><link rel="icon" href="data:," /><style>${raw(style)}</style></head><body><main><p class="kind">审查工作细则 <span lang="en">Inner handbook, for staff</span></p><h1>${name}</h1><p class="lead">${lead}</p>${
    mark === undefined ? '' : html`<p class="mark">${mark}</p>`
  }<nav aria-label="目录 Contents"><ol>${sections.map(
    ({ id, zh }, at) => html`<li><a href="#${id}">${at + 1}　${zh}</a></li>`,
  )}</ol></nav>${sections.map(
    ({ id, zh, en, blocks }, at) =>
      html`<section aria-labelledby="${id}"><h2 id="${id}">${at + 1}　${zh} <span lang="en">${en}</span></h2>${blocks.map(
        (block, i) => blockOf(block, [zh, ...headingBefore(blocks, i)].join('，')),
      )}</section>`,
  )}</main></body></html> `.markup;
}

/** The heading under which a block stands in its section. */
function headingBefore(blocks: readonly HandbookBlock[], at: number): string[] {
  const heading = blocks.slice(0, at).findLast(({ kind }) => kind === 'heading');
  return heading?.kind === 'heading' ? [heading.text] : [];
}

/** `of`: what stands over it, by which a table is told from others. */
function blockOf(block: HandbookBlock, of: string): Content {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'facts':
      return html`<table class="facts"><tbody>${block.rows.map(
        ([label, value], i) => html`<tr>${rowHeader(block.rows, i, label)}<td>${value}</td></tr>`,
      )}</tbody></table>`;
    case 'table': {
      const all = block.widths.reduce((sum, width) => sum + width, 0);
      return html`<section class="wide" tabindex="0" aria-label="${of}：${block.columns[0]}"><table><colgroup>${block.widths.map(
        (width) => html`<col style="width:${Math.round((100 * width) / all)}%" />`,
      )}</colgroup><thead><tr>${block.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${block.rows.map(
        (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`,
      )}</tbody></table></section>`;
    }
  }
}

/** A label, over the rows after it that have none of their own. */
function rowHeader(rows: readonly (readonly [string, string])[], at: number, label: string): Content {
  if (label === '' && at > 0) return '';
  const next = rows.findIndex(([other], i) => i > at && other !== '');
  const span = (next < 0 ? rows.length : next) - at;
  return html`<th scope="${span > 1 ? 'rowgroup' : 'row'}"${span > 1 && html` rowspan="${span}"`}>${label}</th>`;
}

import { createHash } from 'node:crypto';
import type { DocumentForm } from './form.ts';
import { formPage, filledMark, sampleMark, type Block, type Run } from './formPage.ts';

const style = `
@page { size: A4; margin: 20mm }
body { margin: 0; font: 10.5pt/1.5 'Noto Sans SC', sans-serif; color: #000 }
.mark, .note { font-size: 9pt; margin: 0 }
.mark { color: #555; text-align: right }
h1 { font-size: 18pt; text-align: center; margin: 3mm 0 }
h2 { font-size: 12pt; margin: 3mm 0 1mm; break-after: avoid }
p { margin: 0; text-indent: 2em }
.mark, .note, .sign { text-indent: 0 }
.sign { margin-left: 50%; line-height: 2; break-after: avoid }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
tr { break-inside: avoid }
td, th { border: .3mm solid #000; padding: .5mm 1.5mm; font-weight: 400 }
th { background: #f2f2f2 }
.frame { border: .3mm solid #000; box-sizing: border-box }
.frame svg { display: block; width: 100%; height: 100%; fill: none; stroke: #1f3a8a; stroke-width: .5 }
.frame text { fill: #1f3a8a; stroke: none; font-size: 3.7px; text-anchor: middle }
i { font-style: normal; color: #1f3a8a }`;

/** The form as a page for the browser to print, blank or filled in. */
export function printedPage(form: DocumentForm, filled: boolean): string {
  const mark = filled ? `${sampleMark}　${filledMark}` : sampleMark;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${form.title}</title><style>${style}</style><p class="mark">${mark}</p><h1>${form.title}</h1>${formPage(
    form,
    filled,
  )
    .map(blockOf)
    .join('')}</html>`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${runsOf(block.runs)}</p>`;
    case 'signature':
      return `<p class="sign">${runsOf(block.runs)}</p>`;
    case 'note':
      return `<p class="note">${runsOf(block.runs)}</p>`;
    case 'frame':
      return `<div class="frame" style="height:${block.millimetres}mm">${block.drawing ?? ''}</div>`;
    case 'table':
      return `<table><colgroup>${block.widths
        .map((width) => `<col style="width:${((width / 12) * 100).toFixed(2)}%">`)
        .join('')}</colgroup>${block.rows
        .map(
          ({ height, cells }) =>
            `<tr style="height:${height}mm">${cells
              .map(({ span, runs, label }) => {
                const tag = label ? 'th' : 'td';
                return `<${tag} colspan="${span}">${runsOf(runs)}</${tag}>`;
              })
              .join('')}</tr>`,
        )
        .join('')}</table>`;
  }
}

function runsOf(runs: readonly Run[]): string {
  return runs.map(({ text, filled }) => (filled ? `<i>${escaped(text)}</i>` : escaped(text))).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** What was printed and what came of it, by SHA-256. */
export interface Print {
  page: string;
  pdf: string;
}

export function printOf(page: string, pdf: Uint8Array): Print {
  return { page: hash(page), pdf: hash(pdf) };
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

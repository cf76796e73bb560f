import type { Grid, SourceCell, SourceFile } from '../import/source.ts';
import { broken, officeArchive } from './officeArchive.ts';
import { addressOf } from './sheetLayout.ts';
import { wordElements, type WordElement } from './wordElements.ts';

/**
 * Reads a Word document: its paragraphs as lines of prose and each table as a table, merged cells as one value.
 * A line is called by its number, a cell by table and address: `表1 B2`. What a tracked change took out is not
 * there; numbers that Word itself puts before paragraphs stand nowhere in the text and are not read.
 * @throws Unreadable where the file is no Word document.
 */
export function readDocx(name: string, bytes: Uint8Array): SourceFile {
  const xml = officeArchive(bytes, 'docx').text('word/document.xml');
  const body = xml === undefined ? undefined : child(child(wordElements(xml), 'w:document'), 'w:body');
  if (body === undefined) throw broken('docx');
  const file: SourceFile = { name, parts: [], unread: [] };
  const lines: SourceCell[] = [];
  for (const block of within(body))
    if (block.name === 'w:tbl') file.parts.push(gridOf(block, `表${file.parts.length + 1}`));
    else
      for (const text of textOf(block).split('\n'))
        if (text.trim() !== '') lines.push({ text, at: String(lines.length + 1) });
  if (lines.length > 0) file.parts.unshift({ kind: 'prose', lines });
  return file;
}

/** Elements that stand around others without saying anything themselves. */
const wrappers = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'mc:AlternateContent',
  'mc:Fallback',
]);

/** What an element holds, wrappers opened. */
function within({ children }: WordElement): WordElement[] {
  return children.flatMap((one) => (wrappers.has(one.name) ? within(one) : [one]));
}

function child(parent: WordElement | undefined, name: string): WordElement | undefined {
  return parent?.children.find((one) => one.name === name);
}

function gridOf(table: WordElement, sheet: string): Grid {
  const rows: (SourceCell | undefined)[][] = [];
  for (const [r, row] of within(table)
    .filter(({ name }) => name === 'w:tr')
    .entries()) {
    const cells: (SourceCell | undefined)[] = [];
    for (const cell of within(row)) {
      if (cell.name !== 'w:tc') continue;
      const properties = child(cell, 'w:tcPr');
      const merge = child(properties, 'w:vMerge');
      const c = cells.length;
      const text = textOf(cell);
      const isContinued = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      const found = text.trim() === '' ? undefined : { text, at: addressOf(r, c), sheet };
      // A merge goes on from the cell above; text under it is hidden, but it is there and is reported.
      const here = found ?? (isContinued ? rows[r - 1]?.[c] : undefined);
      const span = Number(child(properties, 'w:gridSpan')?.attributes['w:val'] ?? 1);
      for (let right = 0; right < Math.min(Math.max(1, span), widest); right++) cells.push(here);
    }
    rows.push(cells);
  }
  return { kind: 'grid', sheet, rows };
}

/** Columns of a table that Word can make. */
const widest = 63;

/** Elements whose text is no text of the document: properties, deleted words, instructions of fields. */
const unsaid = new Set([
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'mc:Choice', // the same as its fallback
]);

/** The words of an element, its paragraphs on lines of their own; tables inside a cell row by row. */
function textOf(element: WordElement): string {
  switch (element.name) {
    case 'w:t':
      return element.children.map(({ text }) => text).join('');
    case 'w:tab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbol(element.attributes);
  }
  const inner = within(element).filter(({ name }) => !unsaid.has(name));
  const blocks = inner.filter(({ name }) => ['w:p', 'w:tbl', 'w:tr'].includes(name));
  if (blocks.length > 0) return blocks.map(textOf).join('\n');
  return inner.map(textOf).join(element.name === 'w:tr' ? ' ' : '');
}

/** Boxes and ticks of the fonts by which forms draw them, by font and code. */
const symbols: Record<string, Record<string, string>> = {
  Wingdings: { '6F': '☐', A8: '☐', FE: '☑', FD: '☒', FC: '✓', FB: '✗' },
  'Wingdings 2': { A3: '☐', '52': '☑', '53': '☒', '50': '✓', '4F': '✗' },
};

/** A sign that is drawn by a font; one that we do not know shows that something stands there. */
function symbol(attributes: Record<string, string>): string {
  const code = (attributes['w:char'] ?? '').toUpperCase().slice(-2);
  return symbols[attributes['w:font'] ?? '']?.[code] ?? '\uFFFD';
}

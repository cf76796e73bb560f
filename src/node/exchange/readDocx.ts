import mammoth from 'mammoth';
import type { Grid, SourceCell, SourceFile } from '../../exchange/import/index.ts';
import { addressOf } from './sheetLayout.ts';

/** What we read of the elements that mammoth's document is made of; it has no types for them. */
interface Element {
  type: string;
  value?: string;
  children?: Element[];
  colSpan?: number;
  rowSpan?: number;
}

/**
 * Reads a Word document: its paragraphs as lines of prose and each table as a table, merged cells as one value.
 * A line is called by its number, a cell by table and address: `表1 B2`.
 * @throws Error where the file is no Word document.
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<SourceFile> {
  let root: Element | undefined;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      // Nothing outside of the document is opened, and the HTML is not used.
      externalFileAccess: false,
      transformDocument: (document: Element) => {
        root = document;
        return { ...document, children: [] };
      },
    },
  );
  const file: SourceFile = { name, parts: [], unread: [] };
  const lines: SourceCell[] = [];
  for (const element of root?.children ?? [])
    if (element.type === 'table') file.parts.push(gridOf(element, `表${file.parts.length + 1}`));
    else
      for (const text of textOf(element).split('\n'))
        if (text.trim() !== '') lines.push({ text, at: String(lines.length + 1) });
  if (lines.length > 0) file.parts.unshift({ kind: 'prose', lines });
  return file;
}

function gridOf(table: Element, sheet: string): Grid {
  const rows: (SourceCell | undefined)[][] = [];
  const tableRows = (table.children ?? []).filter(({ type }) => type === 'tableRow');
  const taken = (r: number) => (rows[r] ??= []);
  for (const [r, row] of tableRows.entries()) {
    let c = 0;
    for (const cell of row.children ?? []) {
      if (cell.type !== 'tableCell') continue;
      while (Object.hasOwn(taken(r), c)) c++;
      const text = textOf(cell);
      const found = text.trim() === '' ? undefined : { text, at: addressOf(r, c), sheet };
      const { colSpan = 1, rowSpan = 1 } = cell;
      for (let down = 0; down < rowSpan; down++)
        for (let right = 0; right < colSpan; right++) taken(r + down)[c + right] = found;
      c += colSpan;
    }
  }
  // A place that no cell covers reads as undefined like an empty one.
  return { kind: 'grid', sheet, rows: rows.map((row) => Array.from(row, (cell) => cell)) };
}

/** The words of an element, its paragraphs on lines of their own; tables inside a cell row by row. */
function textOf({ type, value, children = [] }: Element): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return '\t';
  if (type === 'break') return '\n';
  const blocks = children.filter((child) => ['paragraph', 'table', 'tableRow'].includes(child.type));
  if (blocks.length > 0) return children.map(textOf).join('\n');
  return children.map(textOf).join(type === 'tableRow' ? ' ' : '');
}

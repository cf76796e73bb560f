import { broken, type OfficeArchive } from './officeArchive.ts';

/** What a workbook says of a sheet beside the values of its cells. */
export interface SheetLayout {
  /** Merged areas as zero-based rows and columns, ends included. */
  merges: { top: number; left: number; bottom: number; right: number }[];
  /** Digits that a cell shows at least, by address: a code formatted as 000000 shows its zeros. */
  digits: Map<string, number>;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^<>]*>`, 'g')) ?? [];

/**
 * The layouts of a workbook's sheets in their order. The library that reads the values knows neither merged
 * areas nor formats of numbers.
 * @throws Unreadable where the file is no workbook.
 */
export function sheetLayouts(zip: OfficeArchive): SheetLayout[] {
  const workbook = zip.text('xl/workbook.xml');
  const relations = zip.text('xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) throw broken('xlsx');
  const targets = new Map(
    tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']),
  );
  const widths = formatWidths(zip.text('xl/styles.xml') ?? '');
  return tags(workbook, 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    const xml = zip.text(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? '';
    const digits = new Map<string, number>();
    if (widths.size > 0)
      for (const cell of tags(xml, 'c')) {
        const width = widths.get(Number(attribute(cell, 's')));
        const at = attribute(cell, 'r');
        if (width !== undefined && at !== undefined) digits.set(at, width);
      }
    return { merges: tags(xml, 'mergeCell').map((merge) => area(attribute(merge, 'ref') ?? 'A1')), digits };
  });
}

/** Styles whose number format is zeros only, to the number of zeros. */
function formatWidths(styles: string): Map<number, number> {
  const formats = new Map(
    tags(styles, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode') ?? '']),
  );
  const from = styles.search(/<(?:\w+:)?cellXfs\b/);
  const cells = from < 0 ? '' : (/^.*?<\/(?:\w+:)?cellXfs>/s.exec(styles.slice(from))?.[0] ?? '');
  const widths = new Map<number, number>();
  for (const [style, tag] of tags(cells, 'xf').entries()) {
    const format = formats.get(attribute(tag, 'numFmtId')) ?? '';
    if (/^0{2,}$/.test(format)) widths.set(style, format.length);
  }
  return widths;
}

function area(reference: string): SheetLayout['merges'][number] {
  const [from = 'A1', to = from] = reference.split(':');
  const [start, end] = [place(from), place(to)];
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

function place(address: string): { row: number; column: number } {
  const [, letters = 'A', row = '1'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}

/** `B7` for zero-based row 6 and column 1. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

import writeXlsxFile, { type Cell, type CellObject, type Row } from 'write-excel-file/node';
import { fixedArchive } from './fixedArchive.ts';
import type { SheetForm } from './form.ts';
import { filledMark, sampleMark } from './formPage.ts';

const line = { borderStyle: 'thin', borderColor: '#555555' } as const;
const cell = { fontFamily: '宋体', fontSize: 11, wrap: true, alignVertical: 'center' } as const;
const ink = { textColor: '#1F3A8A', fontFamily: '楷体' } as const;

/** The list as a workbook of one sheet that prints across A4, blank or filled in; the same list gives the same bytes. */
export async function workbook(form: SheetForm, filled: boolean): Promise<Uint8Array> {
  const { title, head, columns, rows, notes } = form;
  const width = columns.length;
  /** One text over the whole width. */
  const wide = (value: string, style: Partial<CellObject> = {}): Cell[] => [
    { value, type: String, columnSpan: width, ...cell, ...style },
    ...Array.from({ length: width - 1 }, () => null),
  ];
  // What the sample's rows print; below them only numbers are printed.
  const blankRow = (i: number) =>
    columns.map(({ printed }, j) => (printed ? (rows[i]?.[j] ?? `${i + 1}`) : ''));
  const body = filled ? rows : Array.from({ length: form.blank }, (_, i) => blankRow(i));
  const data: Row[] = [
    wide(filled ? `${sampleMark}　${filledMark}` : sampleMark, {
      fontSize: 9,
      textColor: '#666666',
      align: 'right',
    }),
    wide(title, { fontFamily: '黑体', fontSize: 18, align: 'center', height: 32 }),
    ...head.map(([label, value]) => wide(`${label}：${filled ? value : ''}`, { height: 22 })),
    columns.map((column) => ({
      value: column.title,
      type: String,
      ...cell,
      ...line,
      fontWeight: 'bold',
      align: 'center',
      backgroundColor: '#F2F2F2',
      height: 24,
    })),
    ...body.map((row) =>
      columns.map((column, i) => ({
        value: row[i],
        type: String,
        ...cell,
        ...line,
        ...(!column.printed && ink),
        height: 24,
      })),
    ),
    ...notes.map((note, i) =>
      wide(`${i === 0 ? '填写说明：' : ''}${i + 1}. ${note}`, { fontSize: 9, height: 20 }),
    ),
  ];
  const made = writeXlsxFile(data, {
    sheet: title.slice(0, 31),
    orientation: 'landscape',
    columns: columns.map((column) => ({ width: column.width })),
  });
  return fixedArchive(new Uint8Array(await made.toBuffer()));
}

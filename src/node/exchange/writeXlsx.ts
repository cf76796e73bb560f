import type { ExportTable } from '../../exchange/export/index.ts';

/** What Excel takes in one cell. */
export const longestCell = 32_767;

const heading = { fontWeight: 'bold', backgroundColor: '#eef2f7', wrap: true } as const;
const fields = { textColor: '#6b7280' } as const;

/**
 * A workbook with a sheet a table: titles in the first row, fields in the second, both and the first column
 * fixed. Texts are texts, so nothing in them is a formula.
 * @throws Error where a cell is longer than Excel takes.
 */
export async function writeXlsx(tables: readonly ExportTable[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 2,
    stickyColumnsCount: 1,
    columns: columns.map(({ title }) => ({ width: Math.min(40, Math.max(14, title.length * 2)) })),
    data: [
      columns.map(({ title }) => ({ value: title, type: String, ...heading })),
      columns.map(({ to }) => ({ value: to, type: String, ...fields })),
      ...rows.map((row) =>
        row.map((cell) =>
          cell === undefined
            ? null
            : typeof cell === 'number'
              ? { value: cell, type: Number }
              : { value: cell, type: String, wrap: cell.includes('\n') },
        ),
      ),
    ],
  }));
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}

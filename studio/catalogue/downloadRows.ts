import type { CatalogueRow } from '../../src/api/index.ts';
import type { Lookups } from '../../src/catalogue/index.ts';
import { dayOf } from '../../src/model/dayOf.ts';
import { say, t } from '../i18n/language.ts';
import type { ColumnId } from './columns.ts';
import { listTable } from './listTable.ts';

/** Gives the list as a file. What writes it is loaded only now. */
export async function downloadRows(
  rows: readonly CatalogueRow[],
  shown: readonly ColumnId[],
  { format, lookups }: { format: 'xlsx' | 'csv'; lookups: Lookups },
): Promise<void> {
  const table = listTable(rows, shown, { lookups, say });
  const file = format === 'xlsx' ? await workbook(table) : await commaSeparated(table);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${t('事项目录', 'catalogue')}-${dayOf(new Date())}.${format}`;
  link.click();
  // The browser has begun to read it by then; held on to, it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function workbook([titles = [], ...lines]: readonly string[][]): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const data = [
    titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...lines.map((line) => line.map((value) => ({ value, type: String }))),
  ];
  const columns = titles.map((_, at) => ({ width: at === 0 ? 36 : 18 }));
  return writeXlsxFile([{ sheet: t('事项目录', 'Catalogue'), stickyRowsCount: 1, columns, data }]).toBlob();
}

async function commaSeparated(table: readonly string[][]): Promise<Blob> {
  const { csvLines } = await import('../../src/exchange/export/csvText.ts');
  return new Blob([csvLines(table)], { type: 'text/csv;charset=utf-8' });
}

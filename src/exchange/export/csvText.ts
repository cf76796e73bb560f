import type { ExportTable } from './exportTables.ts';

/** A table as comma-separated values, its titles in the first line and its fields in the second. */
export function csvText({ columns, rows }: Pick<ExportTable, 'columns' | 'rows'>): string {
  return csvLines([columns.map(({ title }) => title), columns.map(({ to }) => to), ...rows]);
}

/**
 * Lines as comma-separated values (RFC 4180), with the byte order mark by which office programs know UTF-8.
 * A cell that such a program would take for a formula, in full-width signs too, begins with an apostrophe.
 */
export function csvLines(lines: readonly (string | number | undefined)[][]): string {
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** One cell of a line: see `csvLines`. */
export function csvCell(cell: string | number | undefined): string {
  if (cell === undefined) return '';
  const text = typeof cell === 'string' && /^'*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

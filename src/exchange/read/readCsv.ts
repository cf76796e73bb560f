import { parse } from 'csv-parse/browser/esm/sync';
import type { SourceFile } from '../import/source.ts';
import { decoded } from './decoded.ts';
import { addressOf } from './sheetLayout.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Reads a table of comma-separated values. The mark that an export puts before a formula is taken off again.
 * @throws Unreadable where a quotation mark is left open.
 */
export function readCsv(name: string, bytes: Uint8Array): SourceFile {
  const rows = recordsOf(decoded(bytes)).map((record, r) =>
    record.map((field, c) => {
      const text = /^'+[=+\-@\t\r＝＋－＠]/.test(field) ? field.slice(1) : field;
      return text.trim() === '' ? undefined : { text, at: addressOf(r, c) };
    }),
  );
  return { name, parts: [{ kind: 'grid', rows }], unread: [] };
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch (error) {
    const { lines } = error as { lines?: unknown }; // what the library tells of its own errors
    const place = typeof lines === 'number' ? lines : 1;
    throw new Unreadable(
      `第 ${place} 行前后的引号没有配对。请在表格软件里打开，另存为 .csv 或 .xlsx 再导入`,
      `a quotation mark near line ${place} is not closed: open it in a spreadsheet and save it again`,
    );
  }
}

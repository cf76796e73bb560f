import { parse } from 'csv-parse/sync';
import type { SourceFile } from '../../exchange/import/index.ts';
import { addressOf } from './sheetLayout.ts';

/**
 * Reads a table of comma-separated values, in UTF-8 with or without a mark, else in GBK, which Chinese office
 * programs write. The mark that an export puts before a formula is taken off again.
 */
export function readCsv(name: string, bytes: Uint8Array): SourceFile {
  const records = parse(decoded(bytes), {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  }) as string[][];
  const rows = records.map((record, r) =>
    record.map((field, c) => {
      const text = /^'+[=+\-@\t\r]/.test(field) ? field.slice(1) : field;
      return text.trim() === '' ? undefined : { text, at: addressOf(r, c) };
    }),
  );
  return { name, parts: [{ kind: 'grid', rows }], unread: [] };
}

/** The text of a file in UTF-8, or in GBK where it is no UTF-8. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes); // every byte means something in GBK
  }
}

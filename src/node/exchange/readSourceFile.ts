import { extname } from 'node:path';
import { readJsonLines, type SourceFile } from '../../exchange/import/index.ts';
import { decoded, readCsv } from './readCsv.ts';
import { readDocx } from './readDocx.ts';
import { readXlsx } from './readXlsx.ts';

/** Endings of the files that can be imported. */
export const readable = ['.jsonl', '.ndjson', '.csv', '.xlsx', '.docx', '.txt', '.md'] as const;

/**
 * Reads a file of a department into tables and prose, by the ending of its name.
 * @throws Error where its content is not what its ending says, or the ending is none of `readable`.
 */
export async function readSourceFile(name: string, bytes: Uint8Array): Promise<SourceFile> {
  switch (extname(name).toLowerCase() as (typeof readable)[number]) {
    case '.jsonl':
    case '.ndjson':
      return readJsonLines(name, decoded(bytes).replace(/^\uFEFF/, ''));
    case '.csv':
      return readCsv(name, bytes);
    case '.xlsx':
      return readXlsx(name, bytes);
    case '.docx':
      return readDocx(name, bytes);
    case '.txt':
    case '.md': {
      const lines = decoded(bytes)
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/);
      const prose = lines.map((text, index) => ({ text, at: String(index + 1) }));
      return {
        name,
        parts: [{ kind: 'prose', lines: prose.filter(({ text }) => text.trim() !== '') }],
        unread: [],
      };
    }
    default:
      throw new Error(`It is none of ${readable.join(' ')}`);
  }
}

import type { Words } from '../../model/schemas.ts';
import { readJsonLines } from '../import/readJsonLines.ts';
import type { SourceFile } from '../import/source.ts';
import { decoded } from './decoded.ts';
import { Unreadable } from './unreadable.ts';

/** Endings of the files that can be imported. */
export const readable = ['.jsonl', '.ndjson', '.csv', '.xlsx', '.docx', '.txt', '.md'] as const;

/** A file read, or why it could not be and what to do. */
export type ReadResult = { kind: 'read'; file: SourceFile } | { kind: 'unreadable'; why: Words };

/**
 * Reads a file of a department into tables and prose, by the ending of its name, in browsers and Node alike. The
 * larger readers load when they are needed.
 */
export async function readSourceFile(name: string, bytes: Uint8Array): Promise<ReadResult> {
  try {
    const file = await read(name, bytes);
    const isEmpty =
      file.unread.length === 0 &&
      file.parts.every((part) => (part.kind === 'prose' ? part.lines : part.rows).length === 0);
    if (isEmpty)
      throw new Unreadable(
        '文件里没有内容。请确认选对了文件，并且已经保存',
        'it holds nothing: see that it is the right file and has been saved',
      );
    return { kind: 'read', file };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable', why: error.why };
    throw error;
  }
}

async function read(name: string, bytes: Uint8Array): Promise<SourceFile> {
  switch (endingOf(name)) {
    case '.jsonl':
    case '.ndjson':
      return readJsonLines(name, decoded(bytes));
    case '.csv':
      return (await import('./readCsv.ts')).readCsv(name, bytes);
    case '.xlsx':
      return (await import('./readXlsx.ts')).readXlsx(name, bytes);
    case '.docx':
      return (await import('./readDocx.ts')).readDocx(name, bytes);
    case '.txt':
    case '.md': {
      const lines = decoded(bytes)
        .split(/\r?\n/)
        .map((text, index) => ({ text, at: String(index + 1) }))
        .filter(({ text }) => text.trim() !== '');
      return { name, parts: [{ kind: 'prose', lines }], unread: [] };
    }
    default:
      throw new Unreadable(
        `不认得这种文件。可以导入：${readable.join(' ')}`,
        `it is none of ${readable.join(' ')}`,
      );
  }
}

function endingOf(name: string): (typeof readable)[number] | undefined {
  const ending = /\.[^.]*$/.exec(name)?.[0].toLowerCase();
  return readable.find((one) => one === ending);
}

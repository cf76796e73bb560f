import { readSourceFile, type ReadResult } from '../../src/exchange/read/index.ts';

/** A file that a person chose, and what came of reading it. */
export interface ChosenFile {
  name: string;
  size: number;
  result: ReadResult;
}

/** Bytes at most of one file; an office file of more would hold up the page while it is read. */
export const fileLimit = 10 * 1024 * 1024;

/** Reads the files that a person chose, here in the browser: none of them goes to the server. */
export async function readFiles(files: readonly File[]): Promise<ChosenFile[]> {
  return Promise.all(
    files.map(async (file) => ({ name: file.name, size: file.size, result: await readOne(file) })),
  );
}

async function readOne(file: File): Promise<ReadResult> {
  if (file.size > fileLimit)
    return {
      kind: 'unreadable',
      why: {
        zh: `文件有 ${mebibytes(file.size)} MiB，超过 10 MiB。请去掉图片，或把表格拆成几个文件`,
        en: `it has ${mebibytes(file.size)} MiB, more than 10: take pictures out, or split it`,
      },
    };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined)
    return {
      kind: 'unreadable',
      why: {
        zh: '浏览器读不到这个文件，它可能已经移走或改名。请重新选择',
        en: 'the browser cannot get it; it may have been moved or renamed: choose it again',
      },
    };
  return readSourceFile(file.name, new Uint8Array(bytes));
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { csvText } from '../../src/exchange/export/index.ts';
import { readSourceFile } from '../../src/exchange/read/readSourceFile.ts';
import { writeXlsx } from '../../src/node/exchange/writeXlsx.ts';
import { harmlessText, payloads } from './payloads.ts';
import { shapeOfXml } from './shapeOfXml.ts';

// What people write is text in the files that are given out too: nothing of it becomes an element, a field or a row.

const tableOf = (texts: readonly string[]) => ({
  name: '表',
  columns: [
    { title: '名称', to: 'name' },
    { title: '说明', to: 'summary' },
  ],
  rows: texts.map((text) => [text, `前 ${text}`]),
});

async function cellsOf(name: string, bytes: Uint8Array): Promise<(string | undefined)[][]> {
  const read = await readSourceFile(name, bytes);
  const part = read.kind === 'unreadable' ? undefined : read.file.parts[0];
  if (part?.kind !== 'grid') throw new Error(`${name} is no table`);
  return part.rows.slice(2).map((row) => row.map((cell) => cell?.text));
}
const wanted = payloads.map((text) => [text, `前 ${text}`]);

test('in comma-separated values', async () => {
  expect(await cellsOf('a.csv', new TextEncoder().encode(csvText(tableOf(payloads))))).toEqual(wanted);
});

/** Elements and attributes of every part of a workbook, in their order. */
async function shapeOf(texts: readonly string[]): Promise<string> {
  const parts = unzipSync(await writeXlsx([tableOf(texts)]));
  return Object.entries(parts)
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([name, bytes]) => `${name}: ${shapeOfXml(strFromU8(bytes)).join('; ')}`)
    .join('\n');
}

test('in a workbook, whose elements are the same whatever the texts say', async () => {
  expect(await cellsOf('a.xlsx', await writeXlsx([tableOf(payloads)]))).toEqual(wanted);
  const tame = payloads.map((_, i) => `${harmlessText.slice(0, 40)}${i}`);
  expect(await shapeOf(payloads)).toBe(await shapeOf(tame));
});

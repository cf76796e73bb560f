import {
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { SourceFile } from '../import/source.ts';
import { readSourceFile } from './readSourceFile.ts';

async function readOf(name: string, bytes: Uint8Array): Promise<SourceFile> {
  const read = await readSourceFile(name, bytes);
  if (read.kind === 'unreadable') throw new Error(read.why.en);
  return read.file;
}

async function whyNot(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readSourceFile(name, bytes);
  return read.kind === 'unreadable' ? `${read.why.zh} ${read.why.en}` : 'it was read';
}

/** A grid's texts, row by row. */
function texts(file: SourceFile, at = 0): (string | undefined)[][] {
  const part = file.parts[at];
  if (part?.kind !== 'grid') throw new Error('The part is no table');
  return part.rows.map((row) => row.map((cell) => cell?.text));
}

const workbook = async (cells: { value: string }[][]): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(cells, { sheet: '事项' }).toBuffer());

/** `archive` whose directory says `size` of the entry `name`. */
function lying(archive: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = 0; (at = bytes.indexOf(Buffer.from('504b0102', 'hex'), at)) >= 0; at++) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) === name) bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}

/** `archive`, of one entry, whose directory tells that entry `count` times. */
function overlapping(archive: Uint8Array, count: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const end = bytes.subarray(bytes.indexOf(Buffer.from('504b0506', 'hex')));
  const start = end.readUInt32LE(16);
  const entry = bytes.subarray(start, start + end.readUInt32LE(12));
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(count * entry.length, 12);
  return Buffer.concat([bytes.subarray(0, start), ...Array.from({ length: count }, () => entry), end]);
}

const cell = (text: string, more: object = {}) => new TableCell({ children: [new Paragraph(text)], ...more });

describe('a Word document of a word processor', () => {
  test('gives its paragraphs, and its tables with merged cells', async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new TextRun('事项：'),
                new DeletedTextRun({ text: '旧', id: 1, author: 'a', date: '2026-01-01T00:00:00Z' }),
                new InsertedTextRun({ text: '新', id: 2, author: 'a', date: '2026-01-01T00:00:00Z' }),
                new TextRun({ text: '名 & 称' }),
                new TextRun({ text: '下一行', break: 1 }),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ children: [cell('时限', { columnSpan: 2 }), cell('部门', { rowSpan: 3 })] }),
                new TableRow({ children: [cell('法定'), cell('承诺')] }),
                new TableRow({
                  children: [
                    cell('20'),
                    new TableCell({
                      verticalMerge: VerticalMergeType.RESTART,
                      children: [new Paragraph('甲'), new Paragraph('乙')],
                    }),
                  ],
                }),
              ],
            }),
          ],
        },
      ],
    });
    const file = await readOf('a.docx', new Uint8Array(await Packer.toBuffer(document)));
    expect(file.parts[0]).toEqual({
      kind: 'prose',
      lines: [
        { text: '事项：新名 & 称', at: '1' },
        { text: '下一行', at: '2' },
      ],
    });
    expect(texts(file, 1)).toEqual([
      ['时限', '时限', '部门'],
      ['法定', '承诺', '部门'],
      ['20', '甲\n乙', '部门'],
    ]);
    // A merged cell is one value, wherever it stands.
    const grid = file.parts[1];
    if (grid?.kind !== 'grid') throw new Error('no table');
    expect(grid.rows[0]![2]).toBe(grid.rows[2]![2]);
  });
});

describe('a table of comma-separated values', () => {
  test('in UTF-16 with a mark is read', async () => {
    const bytes = Uint8Array.from(Buffer.from('\uFEFF名称,编码\n取水,0012\n', 'utf16le'));
    expect(texts(await readOf('a.csv', bytes))).toEqual([
      ['名称', '编码'],
      ['取水', '0012'],
    ]);
  });

  test('keeps a formula that an export had marked', async () => {
    expect(texts(await readOf('a.csv', strToU8("'=1+1,'\n")))).toEqual([['=1+1', "'"]]);
  });
});

describe('what cannot be read', () => {
  const [contents, sheet] = ['[Content_Types].xml', 'xl/worksheets/sheet1.xml'];

  test.each([
    ['an ending that is none of ours', 'a.pdf', strToU8('%PDF-1.7'), '可以导入：.jsonl'],
    ['no ending', 'xlsx', strToU8('a'), '可以导入：.jsonl'],
    ['an empty file', 'a.csv', new Uint8Array(), '文件里没有内容'],
    ['a text of blank lines', 'a.txt', strToU8('\n \n'), '文件里没有内容'],
    ['a text called workbook', 'a.xlsx', strToU8('编码,名称'), '不是完整的 .xlsx'],
    ['an archive that is no workbook', 'a.xlsx', zipSync({ a: strToU8('a') }), '不是完整的 .xlsx'],
    ['an archive that is no document', 'a.docx', zipSync({ a: strToU8('a') }), '不是完整的 .docx'],
    [
      'an old workbook',
      'a.xlsx',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      '旧格式（.xls）或加了密码',
    ],
    ['a quotation that never ends', 'a.csv', strToU8('a,b\n1,2\n"c,d\n3,4\n'), '引号没有配对'],
    [
      'a document whose XML is broken',
      'a.docx',
      zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }),
      '不是完整的 .docx',
    ],
    [
      'a document nested without end',
      'a.docx',
      zipSync({ 'word/document.xml': strToU8('<a>'.repeat(100_000) + '</a>'.repeat(100_000)) }),
      '不是完整的 .docx',
    ],
  ])('%s', async (_, name, bytes, words) => {
    expect(await whyNot(name, bytes)).toContain(words);
  });

  test('a workbook that was cut off', async () => {
    const whole = await workbook([[{ value: '名称' }]]);
    expect(await whyNot('a.xlsx', whole.slice(0, whole.length / 2))).toContain('不是完整的 .xlsx');
  });

  test('an archive that unpacks to more than it may', async () => {
    const whole = await workbook([[{ value: '名称' }]]);
    expect(await whyNot('a.xlsx', lying(whole, sheet, 300 * 1024 * 1024))).toMatch(/解开后有 30\d MiB/);
  });

  test('an archive of more parts than any workbook', async () => {
    const part = strToU8('<a/>');
    const of = (count: number) =>
      zipSync(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.xml`, part])), { level: 0 });
    expect(await whyNot('a.xlsx', of(20_000))).toContain('20000 个部件');
    // Their count is told in 16 bits, and what is told is not the whole of the directory.
    expect(await whyNot('a.xlsx', of(100_000))).toContain('不是完整的 .xlsx');
  });

  test('a little archive whose entries are all the same bytes, and much when unpacked', async () => {
    const one = zipSync({ '0.xml': new Uint8Array(1024 * 1024) });
    const bomb = overlapping(one, 300);
    expect(bomb.length).toBeLessThan(30_000);
    expect(await whyNot('a.xlsx', bomb)).toContain('解开后有 300 MiB');
    expect(await whyNot('a.docx', bomb)).toContain('解开后有 300 MiB');
  });

  test.each([
    ['less', 10],
    ['more', 1_000_000],
  ])('an archive whose directory says %s than it holds', async (_, size) => {
    const whole = await workbook([[{ value: '名称' }]]);
    expect(await whyNot('a.xlsx', lying(whole, contents, size))).toContain('不是完整的 .xlsx');
  });
});

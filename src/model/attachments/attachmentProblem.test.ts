import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { attachmentLimit, attachmentProblem, endingOf } from './attachmentProblem.ts';
import { zipEntries } from './zipEntries.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0)!);
const pdf = bytes('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0]);

/** Appends `value` as so many bytes, the lowest first. */
function put(to: number[], value: number, width: number): void {
  for (let i = 0; i < width; i++) to.push((value >>> (8 * i)) & 0xff);
}

/** A zip of stored, empty entries, written by hand; `size` is what the directory claims of each. */
function zip(names: readonly string[], size = 0): Uint8Array {
  const parts: number[] = [];
  const directory: number[] = [];
  for (const name of names) {
    const letters = [...new TextEncoder().encode(name)];
    const offset = parts.length;
    put(parts, 0x04034b50, 4);
    for (let i = 0; i < 22; i++) parts.push(0);
    put(parts, letters.length, 2);
    put(parts, 0, 2);
    parts.push(...letters);
    put(directory, 0x02014b50, 4);
    for (let i = 0; i < 20; i++) directory.push(0);
    put(directory, size, 4);
    put(directory, letters.length, 2);
    for (let i = 0; i < 12; i++) directory.push(0);
    put(directory, offset, 4);
    directory.push(...letters);
  }
  const start = parts.length;
  parts.push(...directory);
  put(parts, 0x06054b50, 4);
  put(parts, 0, 4);
  put(parts, names.length, 2);
  put(parts, names.length, 2);
  put(parts, directory.length, 4);
  put(parts, start, 4);
  put(parts, 0, 2);
  return Uint8Array.from(parts);
}

const docx = zip(['[Content_Types].xml', 'word/document.xml', 'word/媒体.png']);
const xlsx = zip(['[Content_Types].xml', 'xl/workbook.xml']);
/** A workbook, as its names say, of so many parts. */
const parts = (count: number) => {
  const names = ['[Content_Types].xml', 'xl/workbook.xml'];
  for (let i = names.length; i < count; i++) names.push(`${i}`);
  return zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array()])), { level: 0 });
};

describe('what is taken', () => {
  test.each<[string, Uint8Array]>([
    ['forms/a.pdf', pdf],
    ['forms/a.png', png],
    ['forms/a.jpg', jpeg],
    ['forms/a.jpeg', jpeg],
    ['forms/a.docx', docx],
    ['forms/a.xlsx', xlsx],
  ])('%s', (path, content) => {
    expect(attachmentProblem(path, content)).toBeUndefined();
  });
});

describe('what is refused, and why', () => {
  test.each<[string, string, Uint8Array, string]>([
    ['a page', 'forms/a.html', bytes('<script>'), '不收'],
    ['a drawing that may hold scripts', 'forms/a.svg', bytes('<svg/>'), '不收'],
    ['nothing', 'forms/a.pdf', new Uint8Array(), '空的'],
    ['a page that is called a PDF', 'forms/a.pdf', bytes('<!doctype html>'), '内容却不是'],
    ['a PDF cut short', 'forms/a.pdf', pdf.subarray(0, 20), '不完整'],
    ['a picture of another kind', 'forms/a.png', jpeg, '内容却不是'],
    ['a spreadsheet called a document', 'forms/a.docx', xlsx, '内容却不是'],
    ['any zip', 'forms/a.xlsx', zip(['a.txt']), '内容却不是'],
    ['a zip cut short', 'forms/a.docx', docx.subarray(0, docx.length - 5), '不完整'],
    [
      'macros',
      'forms/a.docx',
      zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
      '宏',
    ],
    [
      'paths that lead out',
      'forms/a.docx',
      zip(['[Content_Types].xml', 'word/document.xml', '../x']),
      '路径',
    ],
    [
      'what unpacks to too much',
      'forms/a.xlsx',
      zip(['[Content_Types].xml', 'xl/workbook.xml'], 0x7fffffff),
      '解开',
    ],
    ['too many parts', 'forms/a.xlsx', parts(20_000), '20000 个部件'],
    // Their count is told in 16 bits: 34,464.
    ['so many parts that they cannot be counted', 'forms/a.xlsx', parts(100_000), '不完整'],
    ['more than 10 MiB', 'forms/a.png', new Uint8Array(attachmentLimit + 1), '10 MiB'],
  ])('%s', (_name, path, content, words) => {
    const problem = attachmentProblem(path, content);
    expect(problem?.zh).toContain(words);
    expect(problem?.en).not.toBe('');
  });

  test('whatever the bytes are, an answer is given', () => {
    const any = fc.uint8Array({ maxLength: 300 });
    const ends = fc.constantFrom('pdf', 'docx', 'xlsx', 'png', 'jpg', 'svg', '');
    fc.assert(
      fc.property(any, ends, fc.nat(docx.length), (content, ending, at) => {
        const spoilt = Uint8Array.from([...docx.subarray(0, at), ...content, ...docx.subarray(at)]);
        for (const one of [content, spoilt]) attachmentProblem(`forms/a.${ending}`, one);
      }),
    );
  });
});

test('a zip tells its entries, Chinese names too', () => {
  expect(zipEntries(docx)?.map(({ name }) => name)).toEqual([
    '[Content_Types].xml',
    'word/document.xml',
    'word/媒体.png',
  ]);
});

test.each([
  ['forms/a.pdf', 'pdf'],
  ['forms/a.PDF', undefined],
  ['forms/pdf', undefined],
  ['forms/a.constructor', undefined],
])('%s ends with %s', (path, ending) => expect(endingOf(path)).toBe(ending));

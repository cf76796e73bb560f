import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';
import * as docx from 'docx';
import { sheetNumbers } from '../../src/node/exchange/sheetNumbers.ts';
import { fixedArchive } from './fixedArchive.ts';
import type { DocumentForm } from './form.ts';
import { filledMark, formPage, sampleMark, type Block, type Cell, type Row, type Run } from './formPage.ts';

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const hei = { ...song, eastAsia: '黑体' };
const kai = { ...song, eastAsia: '楷体' };
const ink = '1F3A8A';
const small = { size: 18, color: '666666' };
const margin = convertMillimetersToTwip(20);
/** Twips of one of twelve units of the text's width on A4. */
const unit = Math.floor((convertMillimetersToTwip(210) - 2 * margin) / 12);

/** The form as a Word document on A4, blank or filled in; the same form gives the same bytes. */
export async function wordDocument(form: DocumentForm, filled: boolean): Promise<Uint8Array> {
  const document = new Document({
    title: form.title,
    creator: '样例目录编写组',
    lastModifiedBy: '样例目录编写组',
    styles: {
      default: {
        document: { run: { font: song, size: 21 } },
        heading1: {
          run: { font: hei, size: 36 },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 200 } },
        },
        heading2: {
          run: { font: hei, size: 24 },
          paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({ ...small, text: filled ? `${sampleMark}　${filledMark}` : sampleMark }),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: sheetNumbers(docx, small),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: form.title }),
          ...formPage(form, filled).map(blockOf),
        ],
      },
    ],
  });
  return fixedArchive(await Packer.toBuffer(document));
}

function blockOf(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text });
    case 'paragraph':
      return new Paragraph({
        spacing: { line: 400 },
        indent: { firstLine: 420 },
        children: block.runs.map(runOf),
      });
    case 'signature':
      return new Paragraph({
        keepNext: true,
        spacing: { line: 420 },
        indent: { left: 6 * unit },
        children: block.runs.map(runOf),
      });
    case 'note':
      return new Paragraph({
        spacing: { line: 300 },
        children: block.runs.map(({ text }) => new TextRun({ text, size: 18 })),
      });
    case 'frame':
      if (block.drawing !== undefined) throw new Error('A drawing is printed: let the sample be a PDF');
      return blockOf({
        kind: 'table',
        widths: [12],
        rows: [{ height: block.millimetres, cells: [{ span: 1, runs: [] }] }],
      });
    case 'table':
      return new Table({
        layout: TableLayoutType.FIXED,
        width: { size: 12 * unit, type: WidthType.DXA },
        columnWidths: block.widths.map(twips),
        rows: block.rows.map((row) => rowOf(row, block.widths)),
      });
  }
}

function rowOf({ height, cells, header }: Row, widths: readonly number[]): TableRow {
  let column = 0;
  return new TableRow({
    cantSplit: true,
    ...(header && { tableHeader: true }),
    height: { value: convertMillimetersToTwip(height), rule: HeightRule.ATLEAST },
    children: cells.map((cell) => {
      const share = widths.slice(column, column + cell.span).reduce((sum, width) => sum + width, 0);
      column += cell.span;
      return cellOf(cell, share);
    }),
  });
}

function cellOf({ span, runs, label }: Cell, share: number): TableCell {
  return new TableCell({
    columnSpan: span,
    width: { size: twips(share), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    ...(label && { shading: { fill: 'F2F2F2' } }),
    children: [
      new Paragraph({
        alignment: label ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: runs.map(runOf),
      }),
    ],
  });
}

function runOf({ text, filled }: Run): TextRun {
  return new TextRun(filled ? { text, font: kai, color: ink } : { text });
}

function twips(share: number): number {
  return Math.round(share * unit);
}

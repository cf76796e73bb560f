import type { Handbook, HandbookBlock } from '../../exchange/handbook/handbook.ts';
import { xmlCharacters } from '../../exchange/xml/xml.ts';
import { fixedArchive } from './fixedArchive.ts';
import { sheetNumbers, type Docx } from './sheetNumbers.ts';

type Paragraph = InstanceType<Docx['Paragraph']>;
type Table = InstanceType<Docx['Table']>;

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const hei = { ...song, eastAsia: '黑体' };
const small = { size: 18, color: '595959' };

/**
 * The inner handbook as a Word document on A4, with the mark on every sheet. The same handbook gives the same bytes:
 * `date` (YYYY-MM-DD), that of its text, stands where Word puts the day of making.
 */
export async function handbookDocx(handbook: Handbook, date: string): Promise<Uint8Array> {
  const docx = await import('docx');
  const { AlignmentType, Document, Header, HeadingLevel, Packer, Paragraph, TextRun } = docx;
  const margin = docx.convertMillimetersToTwip(18);
  const width = docx.convertMillimetersToTwip(210) - 2 * margin;
  const { name, lead, mark, sections } = handbook;
  const document = new Document({
    title: `${name} 审查工作细则`,
    creator: '规程',
    lastModifiedBy: '规程',
    styles: {
      default: {
        document: { run: { font: song, size: 21 } },
        heading1: {
          run: { font: hei, size: 36 },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } },
        },
        heading2: {
          run: { font: hei, size: 28 },
          paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
        },
        heading3: {
          run: { font: hei, size: 22 },
          paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: docx.convertMillimetersToTwip(210), height: docx.convertMillimetersToTwip(297) },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    ...small,
                    text: xmlCharacters([name, mark].filter((part) => part !== undefined).join('　')),
                  }),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: sheetNumbers(docx, small),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: xmlCharacters(name) }),
          new Paragraph({ alignment: AlignmentType.CENTER, text: '审查工作细则' }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 200 },
            children: [new TextRun({ ...small, text: xmlCharacters(lead) })],
          }),
          ...sections.flatMap(({ zh, blocks }, at) => [
            new Paragraph({ heading: HeadingLevel.HEADING_2, text: `${at + 1}　${zh}` }),
            ...blocks.map((block) => blockOf(docx, block, width)),
          ]),
        ],
      },
    ],
  });
  return fixedArchive(await Packer.toBuffer(document), date);
}

function blockOf(docx: Docx, block: HandbookBlock, width: number): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_3, text: xmlCharacters(block.text) });
    case 'text':
      return linesOf(docx, block.text);
    case 'facts':
      return tableOf(docx, width, [3, 9], undefined, block.rows);
    case 'table':
      return tableOf(docx, width, block.widths, block.columns, block.rows);
  }
}

function tableOf(
  docx: Docx,
  width: number,
  widths: readonly number[],
  columns: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): Table {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const shares = widths.map((one) => Math.floor((width * one) / all));
  const cell = (text: string, at: number, label: boolean) =>
    new docx.TableCell({
      width: { size: shares[at]!, type: docx.WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      ...(label && { shading: { fill: 'F2F2F2' } }),
      children: text.split('\n').map((line) => linesOf(docx, line, label)),
    });
  return new docx.Table({
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths: shares,
    layout: docx.TableLayoutType.FIXED,
    rows: [
      ...(columns === undefined
        ? []
        : [
            new docx.TableRow({
              tableHeader: true,
              cantSplit: true,
              children: columns.map((column, at) => cell(column, at, true)),
            }),
          ]),
      ...rows.map(
        (row) =>
          new docx.TableRow({
            cantSplit: true,
            children: row.map((text, at) => cell(text, at, columns === undefined && at === 0)),
          }),
      ),
    ],
  });
}

function linesOf(docx: Docx, text: string, bold = false): Paragraph {
  return new docx.Paragraph({ children: [new docx.TextRun({ text: xmlCharacters(text), bold })] });
}

import type { Column, DocumentForm, Field, Part } from './form.ts';

/** A stretch of text; `filled` is what the applicant writes. */
export interface Run {
  text: string;
  filled?: boolean;
}

export interface Cell {
  /** Columns that it takes. */
  span: number;
  runs: Run[];
  label?: true;
}

export interface Row {
  /** Height at least, in millimetres. */
  height: number;
  cells: Cell[];
  header?: true;
}

/** What stands on the page, in order; the same for every format that it is written in. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph' | 'signature' | 'note'; runs: Run[] }
  /** `widths` are shares that add up to 12. */
  | { kind: 'table'; widths: number[]; rows: Row[] }
  | { kind: 'frame'; millimetres: number; drawing?: string };

/** Every form is one of ours, and says so. */
export const sampleMark = '样表，非办事依据　Sample, not advice';
export const filledMark = '填写样例，内容均为虚构　Filled in with invented data';
const origin = '本表为样例目录自编，栏目参照同类申请表的常见内容；正式申请请用受理机关提供的表格。';

const numerals = [...'一二三四五六七八九十'];
const lineHeight = 8;

/** The blocks of a form below its title, blank or filled in. */
export function formPage({ parts, notes }: DocumentForm, filled: boolean): Block[] {
  // One heading alone needs no number.
  const numbered = parts.filter((part) => part.kind !== 'signature' && part.heading !== undefined).length > 1;
  let headings = 0;
  return [
    ...parts.flatMap((part): Block[] => [
      ...(part.kind === 'signature' || part.heading === undefined
        ? []
        : [
            {
              kind: 'heading' as const,
              text: numbered ? `${numerals[headings++]!}、${part.heading}` : part.heading,
            },
          ]),
      ...partBlocks(part, filled),
    ]),
    { kind: 'heading', text: '填写说明' },
    ...[...notes, origin].map((note, i): Block => ({
      kind: 'note',
      runs: [{ text: `${i + 1}. ${note}` }],
    })),
  ];
}

function partBlocks(part: Part, filled: boolean): Block[] {
  switch (part.kind) {
    case 'fields':
      return [
        { kind: 'table', widths: Array(12).fill(1), rows: part.rows.map((row) => fieldRow(row, filled)) },
      ];
    case 'table':
      return [tableOf(part.columns, part.rows, part.blank, filled)];
    case 'frame':
      return [{ kind: 'frame', millimetres: part.millimetres, ...(filled && { drawing: part.drawing }) }];
    case 'prose':
      return part.paragraphs.map((one) => ({ kind: 'paragraph', runs: markedRuns(one, filled) }));
    case 'signature':
      return part.lines.map((one) => ({ kind: 'signature', runs: markedRuns(one, filled) }));
  }
}

/** Labels take two of twelve units each, the fields share the rest. */
function fieldRow(row: readonly Field[], filled: boolean): Row {
  const span = 12 / row.length - 2;
  return {
    height: Math.max(...row.map((field) => (field.kind === 'text' ? field.lines : 1))) * lineHeight,
    cells: row.flatMap((field): Cell[] => [
      { span: 2, runs: [{ text: field.label }], label: true },
      { span, runs: fieldRuns(field, filled) },
    ]),
  };
}

function fieldRuns(field: Field, filled: boolean): Run[] {
  if (field.kind === 'text')
    return filled ? [{ text: field.value, filled: true }] : [{ text: blankDate(field.value) ?? '' }];
  return field.options.flatMap((option, i): Run[] => {
    const ticked = filled && field.ticked.includes(option);
    const gap = i === 0 ? '' : '　';
    return ticked ? [{ text: gap }, { text: `☑${option}`, filled: true }] : [{ text: `${gap}□${option}` }];
  });
}

function tableOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  blank: number,
  filled: boolean,
): Block {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  // Rows that ask something stand in the blank form too; other rows are its own to fill.
  const asked = columns.some(({ printed }) => printed);
  const blankRows = asked
    ? rows.map((row) => columns.map((column, i) => (column.printed ? row[i]! : '')))
    : Array.from({ length: blank }, () => columns.map(() => ''));
  return {
    kind: 'table',
    widths: columns.map(({ width }) => (12 * width) / sum),
    rows: [
      {
        height: lineHeight,
        header: true,
        cells: columns.map(({ title }) => ({ span: 1, runs: [{ text: title }], label: true })),
      },
      ...(filled ? rows : blankRows).map((row) => ({
        height: lineHeight,
        cells: columns.map(({ printed }, i) => ({
          span: 1,
          runs: [{ text: row[i]!, ...(!printed && { filled: true }) }],
        })),
      })),
    ],
  };
}

/** `本人{张某某}承诺` as runs: what is in braces is written in the sample, a line to write on in the blank. */
function markedRuns(marked: string, filled: boolean): Run[] {
  return marked.split(/[{}]/).flatMap((text, i): Run[] => {
    if (text === '') return [];
    if (i % 2 === 0) return [{ text }];
    return filled
      ? [{ text, filled: true }]
      : [{ text: blankDate(text) ?? '_'.repeat(Math.min(20, Math.max(6, text.length * 4))) }];
  });
}

function blankDate(value: string): string | undefined {
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(value) ? '　　　年　　月　　日' : undefined;
}

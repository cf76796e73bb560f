/** A place to fill: in the blank form it is empty, in the sample it holds `value` or the ticked options. */
export type Field =
  | { kind: 'text'; label: string; value: string; lines: number }
  | { kind: 'choice'; label: string; options: readonly string[]; ticked: readonly string[] };

/** A piece of a form, from top to bottom. Texts mark what is filled in by braces: `本人{张某某}承诺`. */
export type Part =
  | { kind: 'fields'; heading?: string; rows: readonly (readonly Field[])[] }
  | {
      kind: 'table';
      heading?: string;
      columns: readonly Column[];
      rows: readonly (readonly string[])[];
      /** Empty rows of the blank form. */
      blank: number;
    }
  | { kind: 'prose'; heading?: string; paragraphs: readonly string[] }
  /** A frame to draw or paste in; the sample shows the drawing, SVG as wide as the frame. Its sample is a PDF. */
  | { kind: 'frame'; heading?: string; drawing: string; millimetres: number }
  | { kind: 'signature'; lines: readonly string[] };

export interface Column {
  title: string;
  /** Share of the width, in units that need no common sum. */
  width: number;
  /** Printed in the blank form too: what the row asks, not what is answered. */
  printed?: true;
}

interface Common {
  /** Name of the files below `forms/`: `<id>.docx` and `<id>-sample.docx`. */
  id: string;
  title: string;
  /** How to fill it in, one line a point. */
  notes: readonly string[];
}

export interface DocumentForm extends Common {
  kind: 'document';
  parts: readonly Part[];
  /** Kind of the filled sample, where it is no Word document. */
  sample?: 'pdf';
}

/** A list that suits a spreadsheet: who it is for, then a row a thing. */
export interface SheetForm extends Common {
  kind: 'sheet';
  head: readonly (readonly [label: string, value: string])[];
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  blank: number;
}

export type SampleForm = DocumentForm | SheetForm;

/** A line, or `lines` of them, to write on. */
export function text(label: string, value: string, lines = 1): Field {
  return { kind: 'text', label, value, lines };
}

/** Boxes to tick. */
export function choice(label: string, options: readonly string[], ...ticked: readonly string[]): Field {
  return { kind: 'choice', label, options, ticked };
}

export function fields(heading: string, ...rows: readonly (readonly Field[])[]): Part {
  return { kind: 'fields', heading, rows };
}

export function prose(heading: string, ...paragraphs: readonly string[]): Part {
  return { kind: 'prose', heading, paragraphs };
}

/** An item of a list that is handed in with the form: `number. what`, ticked in the sample. */
export function attached(...papers: readonly string[]): Part {
  return fields('随附材料（有的打勾）', [choice('材料', papers, ...papers)]);
}

/** Who signs, with seal where it is a body. */
export function signature(who: string, name: string, person: string): Part {
  return {
    kind: 'signature',
    lines: [`${who}（盖章）：{${name}}`, `法定代表人（负责人）签字：{${person}}`, `日期：{${signed}}`],
  };
}

/** Day on which every sample is signed. */
export const signed = '2026年3月2日';

export interface Applicant {
  name: string;
  /** Legal representative or head. */
  head: string;
  contact?: string;
  address?: string;
  kind?: string;
}

/** Codes and phones that nobody has: the check character is wrong, and no number begins with 000. */
export const nobody = {
  uscc: '91000000MA00000000',
  identity: '000000********000X',
  phone: '0831-0000000',
  address: '示例市示例区示例路1号',
} as const;

/** Rows that every applicant with a licence fills in. */
export function applicantRows({ name, head, contact = '李某某', address = nobody.address }: Applicant) {
  return [
    [text('单位名称', name)],
    [text('统一社会信用代码', nobody.uscc), text('法定代表人（负责人）', head)],
    [text('住所', address)],
    [text('联系人', contact), text('联系电话', nobody.phone)],
  ];
}

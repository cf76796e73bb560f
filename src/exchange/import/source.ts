/**
 * One value of a source. A cell that is merged over several places is one value and one object, which then
 * stands at each of them.
 */
export interface SourceCell {
  text: string;
  /** The place in its file: `B7` in a sheet, `3 handle_time` in a line of JSON, `12` for a line of prose. */
  at: string;
  sheet?: string;
}

/** A table as it is drawn, headings included. */
export interface Grid {
  kind: 'grid';
  sheet?: string;
  rows: (SourceCell | undefined)[][];
}

/** Records that name their own columns, such as lines of JSON. */
export interface Records {
  kind: 'records';
  rows: SourceRow[];
}

/** The lines of a text. */
export interface Prose {
  kind: 'prose';
  lines: SourceCell[];
}

export type SourcePart = Grid | Records | Prose;

/** A file that was read. What nobody could read of it stands in `unread`, so that it is reported. */
export interface SourceFile {
  name: string;
  parts: SourcePart[];
  unread: { cell: SourceCell; why: { zh: string; en: string } }[];
}

/** What belongs to one draft or to one element of it: column names to their values. */
export interface SourceRow {
  /** Row or line in its sheet or file, from 1. */
  number: number;
  sheet?: string;
  cells: Map<string, SourceCell[]>;
}

/** Where a row stood, for readers: `permits.xlsx 事项 第 3 行`. */
export function rowInWords(file: string, { sheet, number }: Pick<SourceRow, 'sheet' | 'number'>): string {
  return `${file}${sheet === undefined ? '' : ` ${sheet}`} 第 ${number} 行`;
}

/** Whether a value says nothing at all: such values are not reported. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** A column's name as it is compared: width, spaces, line breaks and a colon at the end make no difference. */
export function columnKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').replace(/:$/, '').toLowerCase();
}

/** The place of a value that the profile itself gives, such as `$place`. */
export const givenPlace = '$';

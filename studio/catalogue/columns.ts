import type { CatalogueRow } from '../../src/api/index.ts';
import type { Words } from '../../src/model/schemas.ts';
import { countFindings } from './filterRows.ts';

/** A column that may be shown beside the item itself and what can be done with it. */
export type ColumnId =
  'division' | 'authority' | 'limits' | 'charged' | 'findings' | 'code' | 'type' | 'decision' | 'inForce';

export interface Column {
  id: ColumnId;
  title: Words;
  /** Its track in the grid of a row. */
  width: string;
}

/** In the order in which they stand. */
export const columns: readonly Column[] = [
  { id: 'code', title: { zh: '基本编码', en: 'Code' }, width: '8.5rem' },
  { id: 'type', title: { zh: '类型', en: 'Type' }, width: '6rem' },
  { id: 'division', title: { zh: '地区', en: 'Division' }, width: '6.5rem' },
  { id: 'authority', title: { zh: '决定机关', en: 'Authority' }, width: 'minmax(7rem, 1.6fr)' },
  { id: 'limits', title: { zh: '承诺时限', en: 'Promised limit' }, width: 'minmax(8rem, 1fr)' },
  { id: 'charged', title: { zh: '收费', en: 'Fee' }, width: '5rem' },
  { id: 'decision', title: { zh: '清理结论', en: 'Clean-up' }, width: '6rem' },
  { id: 'inForce', title: { zh: '施行', en: 'In force' }, width: '6rem' },
  { id: 'findings', title: { zh: '检查', en: 'Findings' }, width: '8rem' },
];

export const usualColumns: readonly ColumnId[] = ['division', 'authority', 'limits', 'charged', 'findings'];

/** The columns that `text` names, in their own order; `undefined` where it names none. */
export function columnsOf(text: string | null | undefined): ColumnId[] | undefined {
  if (typeof text !== 'string') return undefined;
  const named = new Set(text.split(','));
  const found = columns.filter(({ id }) => named.has(id)).map(({ id }) => id);
  return found.length > 0 ? found : undefined;
}

/** What rows are sorted by. */
export interface Sorting {
  by: ColumnId | 'name';
  descending: boolean;
}

/** `-limits` is the promised limit, longest first. `undefined` where `text` names nothing to sort by. */
export function sortingOf(text: unknown): Sorting | undefined {
  if (typeof text !== 'string') return undefined;
  const by = text.replace(/^-/, '');
  const id = by === 'name' ? by : columns.find((column) => column.id === by)?.id;
  return id === undefined ? undefined : { by: id, descending: text.startsWith('-') };
}

export function sortingText({ by, descending }: Sorting): string {
  return `${descending ? '-' : ''}${by}`;
}

/** What follows when the head of a column is pressed: up, down, and as the catalogue has them. */
export function nextSorting(now: Sorting | undefined, by: Sorting['by']): Sorting | undefined {
  if (now?.by !== by) return { by, descending: false };
  return now.descending ? undefined : { by, descending: true };
}

/** `rows` sorted; as they are where nothing is said. Rows alike stay in their order, rows that say nothing come last. */
export function sortRows(rows: CatalogueRow[], sorting: Sorting | undefined): CatalogueRow[] {
  if (sorting === undefined) return rows;
  const { by, descending } = sorting;
  const turn = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row, by) }))
    .sort(({ key: a }, { key: b }) => {
      if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
      if (typeof a === 'number' && typeof b === 'number') return turn * (a - b);
      return turn * (a < b ? -1 : a > b ? 1 : 0);
    })
    .map(({ row }) => row);
}

/** Chinese is sorted as it sounds, as lists of names are. */
function keyOf(row: CatalogueRow, by: Sorting['by']): string | number | undefined {
  switch (by) {
    case 'name':
      return row.pinyin.toLowerCase();
    case 'division':
      return row.division;
    case 'authority':
      return row.authority || undefined;
    case 'limits':
      return row.days;
    case 'charged':
      return row.charged ? 1 : 0;
    case 'findings':
      // One error weighs more than any number of notes.
      return countFindings(row) === 0
        ? 0
        : row.findings.error * 1e8 + row.findings.warning * 1e4 + row.findings.info;
    case 'code':
      return row.basicCode;
    case 'type':
      return row.type;
    case 'decision':
      return row.decision;
    case 'inForce':
      return { now: 0, later: 1, ended: 2 }[row.inForce];
  }
}

import type { ProfileFile } from '../../model/generated/schemas.ts';
import type { FileKind } from '../../model/schemas.ts';
import { proseRow } from './proseRow.ts';
import {
  columnKey,
  type Grid,
  type SourceCell,
  type SourceFile,
  type SourcePart,
  type SourceRow,
} from './source.ts';
import { distinct, pairRows, tableRows, type TableRows } from './tableRows.ts';

export type ProfileTable = ProfileFile['tables'][number];

/** A row with the table of the profile that says what to do with it. */
export interface MatchedRow extends SourceRow {
  table: ProfileTable;
}

export interface MatchedRows {
  rows: MatchedRow[];
  headings: SourceCell[];
  outside: SourceCell[];
}

/** The rows of a source file by the tables of a profile; what no table reads is `outside`. */
export function matchRows(source: SourceFile, profile: ProfileFile): MatchedRows {
  const out: MatchedRows = { rows: [], headings: [], outside: [] };
  const prose: { table: ProfileTable; found: TableRows[] }[] = [];
  for (const part of source.parts) {
    const table = tableFor(part, profile, source.name);
    if (table === undefined) {
      out.outside.push(...cellsOf(part));
      continue;
    }
    const found = rowsOf(part, table);
    out.headings.push(...found.headings);
    out.outside.push(...found.outside);
    if (table.layout === 'prose') {
      const begun = prose.find((one) => one.table === table);
      if (begun === undefined) prose.push({ table, found: [found] });
      else begun.found.push(found);
    } else out.rows.push(...found.rows.map((row) => ({ ...row, table })));
  }
  // All of a document's prose and tables speak of one item.
  for (const { table, found } of prose) {
    const cells = new Map<string, SourceCell[]>();
    for (const [column, more] of found.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells])))
      cells.set(column, [...(cells.get(column) ?? []), ...more]);
    if (cells.size > 0) out.rows.push({ number: 1, cells, table });
  }
  return out;
}

/** The keys of all columns that a table of a profile names. */
export function wantedColumns(table: ProfileTable): Set<string> {
  const names = [
    ...table.columns.flatMap(({ from, names = [], when }) => [
      from,
      ...names,
      ...(when?.column ? [when.column] : []),
    ]),
    ...(table.left ?? []).map(({ column }) => column),
    ...[table.identifier?.from, table.division?.from, table.path].filter((name) => name !== undefined),
  ];
  return new Set(names.filter((name) => !name.startsWith('$')).map(columnKey));
}

function tableFor(part: SourcePart, profile: ProfileFile, file: string): ProfileTable | undefined {
  // A file of one table goes by its own name.
  const sheet = part.kind === 'grid' ? (part.sheet ?? file.replace(/\.[^.]*$/, '')) : undefined;
  const named = profile.tables.find((table) => table.sheet !== undefined && table.sheet === sheet);
  if (named !== undefined) return named;
  const open = profile.tables.filter((table) => table.sheet === undefined);
  if (part.kind === 'prose') return open.find((table) => table.layout === 'prose');
  if (part.kind === 'records') return open.find((table) => (table.layout ?? 'rows') === 'rows');
  // Of several tables, the one that knows most of the columns.
  const scored = open.map((table) => ({ table, columns: knownColumns(rowsOf(part, table), table) }));
  return scored.sort((a, b) => b.columns - a.columns).find(({ columns }) => columns > 0)?.table;
}

function knownColumns({ columns }: TableRows, table: ProfileTable): number {
  const wanted = wantedColumns(table);
  return columns.filter(
    (name) => wanted.has(columnKey(name)) || wanted.has(columnKey(name.split('/').at(-1)!)),
  ).length;
}

function rowsOf(part: SourcePart, table: ProfileTable): TableRows {
  const wanted = wantedColumns(table);
  switch (part.kind) {
    case 'records':
      return { rows: part.rows, headings: [], outside: [], columns: [] };
    case 'prose':
      return proseRow(part, wanted);
    case 'grid':
      return table.layout === undefined || table.layout === 'rows'
        ? tableRows(part, wanted)
        : pairRows(part, wanted);
  }
}

function cellsOf(part: Grid | SourcePart): SourceCell[] {
  switch (part.kind) {
    case 'grid':
      return distinct(part.rows.flat());
    case 'prose':
      return distinct(part.lines);
    case 'records':
      return part.rows.flatMap((row) => [...row.cells.values()].flat());
  }
}

const indexes = new WeakMap<
  SourceRow,
  { whole: Map<string, SourceCell[]>; lowest: Map<string, SourceCell[]> }
>();

/** The cells of a column, by its whole name or else by the lowest part of a merged heading's. */
export function columnCells(row: SourceRow, name: string): SourceCell[] {
  let index = indexes.get(row);
  if (index === undefined) {
    index = { whole: new Map(), lowest: new Map() };
    for (const [column, cells] of row.cells) {
      index.whole.set(columnKey(column), cells);
      const key = columnKey(column.split('/').at(-1)!);
      // Two columns of one lowest name need their whole names.
      index.lowest.set(key, index.lowest.has(key) ? [] : cells);
    }
    indexes.set(row, index);
  }
  const key = columnKey(name);
  return index.whole.get(key) ?? index.lowest.get(key) ?? [];
}

/** The kind of file that a table's rows become. */
export function kindOf(table: ProfileTable): FileKind {
  return table.into ?? 'item';
}

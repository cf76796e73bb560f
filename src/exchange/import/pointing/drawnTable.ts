import type { Grid, SourceCell } from '../source.ts';
import { columnNames, type HeadingPlace } from '../tableRows.ts';

/** A cell as it is drawn, over as many places as it is merged over. */
export interface DrawnCell {
  text: string;
  columns: number;
  rows: number;
}

/** A table as it stands in its file: its heading with merged cells, the name of each place across, first rows. */
export interface DrawnTable {
  heading: DrawnCell[][];
  /** The column that each place belongs to; empty where none is named. */
  names: string[];
  body: { number: number; cells: (string | undefined)[] }[];
}

/** The beginning of `grid` as it is drawn: `count` rows below its heading. */
export function drawnTable(grid: Grid, { start, depth }: HeadingPlace, count: number): DrawnTable {
  const rows = grid.rows.slice(start, start + depth);
  const names = columnNames(rows);
  const heading = rows.map((row, r) =>
    names.flatMap((_, c): DrawnCell[] => {
      const cell = row[c];
      if (cell !== undefined && (rows[r - 1]?.[c] === cell || row[c - 1] === cell)) return [];
      return [{ text: cell?.text ?? '', columns: across(row, c), rows: down(rows, r, c) }];
    }),
  );
  const body = grid.rows
    .map((row, at) => ({ number: at + 1, cells: names.map((_, c) => row[c]?.text) }))
    .slice(start + depth)
    .filter(({ cells }) => cells.some((text) => text !== undefined))
    .slice(0, count);
  return { heading, names, body };
}

function across(row: readonly (SourceCell | undefined)[], c: number): number {
  let columns = 1;
  while (row[c] !== undefined && row[c + columns] === row[c]) columns++;
  return columns;
}

function down(rows: readonly (SourceCell | undefined)[][], r: number, c: number): number {
  const cell = rows[r]?.[c];
  if (cell === undefined) return 1;
  const last = rows.slice(r).findIndex((row) => row[c] !== cell);
  return last < 0 ? rows.length - r : last;
}

import { columnKey, isBlank, type Grid, type SourceCell, type SourceRow } from './source.ts';

/** What a table holds: rows by column, the cells of its heading, and cells that belong to no row. */
export interface TableRows {
  rows: SourceRow[];
  headings: SourceCell[];
  /** Titles above the heading, notes below the rows; all of it where no heading was found. */
  outside: SourceCell[];
  /** The columns in their order; empty where no heading was found. */
  columns: string[];
}

interface Heading {
  start: number;
  depth: number;
  columns: string[];
  matches: number;
}

/** How far down a heading is looked for, and how many rows it may take. */
const searched = 20;
const deepest = 3;

/**
 * The rows of a table under its heading. The heading is the place, of at most three rows, where most of the
 * `wanted` columns are named; merged cells above and below each other give `时限/法定`.
 */
export function tableRows(grid: Grid, wanted: ReadonlySet<string>): TableRows {
  const heading = findHeading(grid, wanted);
  if (heading === undefined)
    return { rows: [], headings: [], outside: distinct(grid.rows.flat()), columns: [] };
  const { start, depth, columns } = heading;
  const headings = distinct(grid.rows.slice(start, start + depth).flat());
  const outside = distinct(grid.rows.slice(0, start).flat()).filter((cell) => !headings.includes(cell));
  const rows: SourceRow[] = [];
  for (const [index, row] of grid.rows.entries()) {
    if (index < start + depth) continue;
    const present = distinct(row).filter((cell) => !headings.includes(cell));
    if (present.length === 0) continue;
    const isNote =
      present.length === 1 && columns.length > 1 && row.filter((c) => c !== undefined).length > 1;
    if (isNote) outside.push(...present);
    else if (repeatsHeading(row, grid.rows[start]!)) headings.push(...present);
    else rows.push(rowOf(row, columns, index + 1, grid.sheet));
  }
  return { rows, headings, outside: distinct(outside), columns: columns.filter((name) => name !== '') };
}

function rowOf(
  row: (SourceCell | undefined)[],
  columns: string[],
  number: number,
  sheet: string | undefined,
): SourceRow {
  const cells = new Map<string, SourceCell[]>();
  for (const [at, cell] of row.entries()) {
    if (cell === undefined || isBlank(cell.text)) continue;
    const column = columns[at] ?? '';
    const held = cells.get(column) ?? [];
    // A cell merged over two columns of one name is one value.
    if (!held.includes(cell)) cells.set(column, [...held, cell]);
  }
  return { number, ...(sheet !== undefined && { sheet }), cells };
}

function findHeading(grid: Grid, wanted: ReadonlySet<string>): Heading | undefined {
  let best: Heading | undefined;
  for (let start = 0; start < Math.min(grid.rows.length, searched); start++)
    for (let depth = 1; depth <= deepest && start + depth <= grid.rows.length; depth++) {
      const columns = columnNames(grid.rows.slice(start, start + depth));
      const matches = new Set(columns.filter((name) => matchesAny(name, wanted))).size;
      if (matches > (best?.matches ?? 0)) best = { start, depth, columns, matches };
    }
  return best;
}

/** Whether `wanted` holds the name of a column, or the lowest part of it. */
function matchesAny(name: string, wanted: ReadonlySet<string>): boolean {
  return wanted.has(columnKey(name)) || wanted.has(columnKey(name.split('/').at(-1)!));
}

function columnNames(rows: (SourceCell | undefined)[][]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => {
    const above: SourceCell[] = distinct(rows.map((row) => row[at]));
    return above.map((cell) => cell.text.replace(/\s+/g, '')).join('/');
  });
}

/** A table that runs over pages repeats its heading. */
function repeatsHeading(row: (SourceCell | undefined)[], heading: (SourceCell | undefined)[]): boolean {
  return heading.every((cell, at) => (cell?.text ?? '').trim() === (row[at]?.text ?? '').trim());
}

/** The cells that say something, each once. */
export function distinct(cells: (SourceCell | undefined)[]): SourceCell[] {
  return [...new Set(cells)].filter((cell) => cell !== undefined && !isBlank(cell.text)) as SourceCell[];
}

/**
 * The one row of a table whose names stand at the left of their contents, in one or several pairs of columns.
 * A cell is a name when `wanted` holds it; what follows up to the next name is its content.
 */
export function pairRows(grid: Grid, wanted: ReadonlySet<string>): TableRows {
  const cells = new Map<string, SourceCell[]>();
  const headings = new Set<SourceCell>();
  const outside: SourceCell[] = [];
  const seen = new Set<SourceCell>();
  for (const row of grid.rows) {
    let label: string | undefined;
    for (const cell of distinct(row)) {
      if (headings.has(cell) || (!seen.has(cell) && wanted.has(columnKey(cell.text)))) {
        headings.add(cell);
        label = cell.text.replace(/\s+/g, '');
      } else if (!seen.has(cell)) {
        if (label === undefined) outside.push(cell);
        else cells.set(label, [...(cells.get(label) ?? []), cell]);
      }
      seen.add(cell);
    }
  }
  const rows = cells.size === 0 ? [] : [{ number: 1, ...(grid.sheet && { sheet: grid.sheet }), cells }];
  return { rows, headings: [...headings], outside, columns: [...cells.keys()] };
}

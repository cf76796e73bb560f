import { columnKey, isBlank, type Grid, type SourceCell, type SourceRow } from './source.ts';

/** What a table holds: rows by column, the cells of its heading, and cells that belong to no row. */
export interface TableRows {
  rows: SourceRow[];
  headings: SourceCell[];
  /** Titles above the heading, notes below the rows; all of it where no heading was found. */
  outside: SourceCell[];
  /** The columns in their order; empty where no heading was found. */
  columns: string[];
  /** Of a table with its heading above. */
  heading?: HeadingPlace;
}

/** Where a table's heading stands: its first row, from 0, and how many rows it takes. */
export interface HeadingPlace {
  start: number;
  depth: number;
}

interface Heading extends HeadingPlace {
  columns: string[];
  /** Columns that are wanted, by their whole name or its lowest part; and by the whole alone. */
  matches: number;
  whole: number;
}

/** How far down a heading is looked for, and how many rows it may take. */
export const searched = 20;
export const deepest = 3;

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
  return {
    rows,
    headings,
    outside: distinct(outside),
    columns: columns.filter((name) => name !== ''),
    heading: { start, depth },
  };
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
  for (let start = 0; start < Math.min(grid.rows.length, searched); start++) {
    if (isInside(grid, start)) continue;
    for (let depth = 1; depth <= deepest && start + depth <= grid.rows.length; depth++) {
      const columns = columnNames(grid.rows.slice(start, start + depth));
      const matches = new Set(columns.filter((name) => matchesAny(name, wanted))).size;
      const whole = new Set(columns.filter((name) => wanted.has(columnKey(name)))).size;
      // A title or a remark above a heading would become part of its names: what is wanted as a whole is better.
      const isBetter =
        matches > (best?.matches ?? 0) ||
        (matches === best?.matches && whole > best.whole && isRemark(grid.rows[best.start]!, columns.length));
      if (isBetter) best = { start, depth, columns, matches, whole };
    }
  }
  return best;
}

/** Whether a row above a table of so many columns names few of them: its title, who made it and when. */
function isRemark(row: (SourceCell | undefined)[], columns: number): boolean {
  return distinct(row).length === 1 || row.filter((cell) => cell !== undefined).length * 2 < columns;
}

/** Whether a cell of the row goes on from the row above: a heading does not begin in the middle of its cells. */
function isInside(grid: Grid, at: number): boolean {
  return grid.rows[at]!.some((cell, c) => cell !== undefined && grid.rows[at - 1]?.[c] === cell);
}

/** Whether `wanted` holds the name of a column, or the lowest part of it. */
export function matchesAny(name: string, wanted: ReadonlySet<string>): boolean {
  return wanted.has(columnKey(name)) || wanted.has(columnKey(name.split('/').at(-1)!));
}

/** The columns that a heading of these rows gives, by position; empty where nothing stands above one. */
export function columnNames(rows: (SourceCell | undefined)[][]): string[] {
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

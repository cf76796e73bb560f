import { beforeHeadings, proseRow } from '../proseRow.ts';
import {
  columnKey,
  type Grid,
  type Prose,
  type Records,
  type SourceCell,
  type SourceFile,
  type SourcePart,
  type SourceRow,
} from '../source.ts';
import {
  columnNames,
  deepest,
  distinct,
  matchesAny,
  pairRows,
  searched,
  tableRows,
  type HeadingPlace,
  type TableRows,
} from '../tableRows.ts';

/** How a table is drawn: heading above, names at the left, or prose under headings; as a profile has it. */
export type Layout = 'rows' | 'pairs' | 'prose';

/** A column that may be pointed at, with what stands in it. */
export interface SourceColumn {
  name: string;
  /** How many rows say something in it. */
  filled: number;
  /** What stands in it, each once, in the order of the source. */
  samples: string[];
}

/** A table of the sources, or several that are drawn alike, such as one guide in each of ten documents. */
export interface SourceTable {
  key: string;
  layout: Layout;
  parts: { file: string; part: SourcePart }[];
  columns: SourceColumn[];
  rows: SourceRow[];
  /** Of the first table drawn in rows. */
  heading?: HeadingPlace;
}

/** How a person says that a part is drawn, where the guess was wrong; by `partKey`. */
export type Drawn = ReadonlyMap<string, { layout?: Layout; heading?: HeadingPlace }>;

/** Words for a choice are offered up to so many; a column of more is no list of choices. */
const mostSamples = 40;

/** What a part of a file goes by: the sheet's name, or the file's where it has no sheets. */
export function partKey(file: string, part: SourcePart): string {
  return part.kind === 'grid' ? `${file}\n${part.sheet ?? ''}` : `${file}\n#${part.kind}`;
}

/**
 * The tables of the sources, whatever profile there may be. `known` are names of columns that mean something to
 * us: they tell a heading from a title, and names at the left from contents.
 */
export function sourceTables(
  sources: readonly SourceFile[],
  known: ReadonlySet<string>,
  drawn: Drawn = new Map(),
): SourceTable[] {
  const tables = new Map<string, SourceTable>();
  for (const source of sources)
    for (const part of source.parts) {
      const said = drawn.get(partKey(source.name, part)) ?? {};
      const layout = layoutOf(part, known, said);
      const found = rowsOf(part, layout, known, said.heading);
      const names = [...new Set(part.kind === 'records' ? namesOf(found.rows) : found.columns)];
      // Guides differ in their headings, and are one table all the same.
      const key =
        layout === 'rows' && part.kind === 'grid'
          ? `rows ${names.map(columnKey).join('\n')}`
          : `${layout} ${part.kind}`;
      const table = tables.get(key) ?? {
        key,
        layout,
        parts: [],
        columns: [],
        rows: [],
        ...(found.heading && { heading: found.heading }),
      };
      tables.set(key, table);
      table.parts.push({ file: source.name, part });
      table.rows.push(...found.rows);
      for (const name of names)
        if (!table.columns.some((one) => one.name === name))
          table.columns.push({ name, filled: 0, samples: [] });
    }
  for (const table of tables.values()) for (const column of table.columns) fill(column, table.rows);
  return [...tables.values()].filter(({ columns }) => columns.length > 0);
}

function namesOf(rows: readonly SourceRow[]): string[] {
  return rows.flatMap(({ cells }) => [...cells.keys()]);
}

function fill(column: SourceColumn, rows: readonly SourceRow[]): void {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const held = cells.get(column.name);
    if (held === undefined) continue;
    column.filled++;
    for (const { text } of held) if (samples.size < mostSamples) samples.add(text.trim());
  }
  column.samples = [...samples];
}

function rowsOf(
  part: SourcePart,
  layout: Layout,
  known: ReadonlySet<string>,
  heading: HeadingPlace | undefined,
): TableRows {
  switch (part.kind) {
    case 'records':
      return { rows: part.rows, headings: [], outside: [], columns: [] };
    case 'prose':
      return proseRow(part, known);
    case 'grid': {
      if (layout === 'pairs') return pairRows(part, new Set(pairNames(part).map(columnKey)));
      const { start, depth } = heading ?? guessHeading(part, known) ?? { start: 0, depth: 1 };
      // Read as the import will read it, by the names that the profile will have.
      return tableRows(
        part,
        new Set(
          columnNames(part.rows.slice(start, start + depth))
            .filter((one) => one !== '')
            .map(columnKey),
        ),
      );
    }
  }
}

function layoutOf(
  part: Grid | Prose | Records,
  known: ReadonlySet<string>,
  said: { layout?: Layout },
): Layout {
  if (part.kind === 'prose') return 'prose';
  if (part.kind === 'records') return 'rows';
  if (said.layout !== undefined) return said.layout;
  const heading = guessHeading(part, known);
  const above = heading === undefined ? 0 : heading.matches;
  const left = new Set(
    pairNames(part)
      .map(columnKey)
      .filter((name) => known.has(name)),
  ).size;
  return left > above ? 'pairs' : 'rows';
}

/**
 * Where the heading of a table stands: the row under its title that names most of `known`, else the first that
 * has several names. Cells merged downwards, and names under a cell merged sideways, make it deeper.
 */
export function guessHeading(
  grid: Grid,
  known: ReadonlySet<string>,
): (HeadingPlace & { matches: number }) | undefined {
  let best: (HeadingPlace & { matches: number }) | undefined;
  // A lone word above a table of several columns is its title, merged or not.
  const fewest = grid.rows.some((row) => distinct(row).length > 1) ? 2 : 1;
  for (let start = 0; start < Math.min(grid.rows.length, searched); start++) {
    if (distinct(grid.rows[start]!).length < fewest) continue;
    const depth = depthAt(grid, start);
    const names = columnNames(grid.rows.slice(start, start + depth));
    const matches = new Set(names.filter((name) => name !== '' && matchesAny(name, known))).size;
    if (best === undefined || matches > best.matches) best = { start, depth, matches };
  }
  return best;
}

function depthAt(grid: Grid, start: number): number {
  const row = grid.rows[start]!;
  let depth = 1;
  while (depth < deepest) {
    const below = grid.rows[start + depth];
    if (below === undefined) break;
    const isMergedDown = row.some((cell, at) => cell !== undefined && below[at] === cell);
    const last = grid.rows[start + depth - 1]!;
    const isMergedAcross = last.some(
      (cell, at) =>
        cell !== undefined && last[at + 1] === cell && below[at] !== cell && below[at] !== below[at + 1],
    );
    // Rows of the body are merged sideways too; only cells that go down, or names under a group, are heading.
    if (!isMergedDown && !(isMergedAcross && depth === 1)) break;
    depth++;
  }
  return depth;
}

/** Names of a table that has them at the left: every other cell of a row, where it is short. */
function pairNames(grid: Grid): string[] {
  const seen = new Set<SourceCell>();
  return grid.rows.flatMap((row) => {
    const cells = distinct(row);
    const names = cells.length < 2 ? [] : cells.filter((cell, at) => at % 2 === 0 && !seen.has(cell));
    for (const cell of cells) seen.add(cell);
    return names.map(({ text }) => text.trim()).filter((text) => text.length <= 20 && !text.includes('\n'));
  });
}

/** Whether a column is what stands before any heading of a text. */
export function isBeforeHeadings({ name }: Pick<SourceColumn, 'name'>): boolean {
  return name === beforeHeadings;
}

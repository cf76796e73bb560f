import type { Lookups } from '../../catalogue/index.ts';
import type { ProfileFile } from '../../model/generated/schemas.ts';
import { extendedShape } from '../../model/extendedShape.ts';
import { followed } from '../../model/schemas.ts';
import { applyRule } from './applyRule.ts';
import { put, resolveTarget, type DraftFile } from './draftFile.ts';
import { filePlace } from './filePlace.ts';
import { columnCells, type MatchedRow, type ProfileTable } from './matchRows.ts';
import type { Outcomes } from './outcomes.ts';
import { columnKey, givenPlace, rowInWords, type SourceCell, type SourceFile } from './source.ts';
import { parseTarget, targetSchema, type TargetStep } from './target.ts';
import { understand } from './understand.ts';

type Rule = ProfileTable['columns'][number];

/** Words that mean nothing where a profile lists none of its own. */
export const usualNulls: readonly string[] = ['无', '不支持', '无线下办理窗口', '/', '-', '—', '——'];

export interface FillOptions {
  source: SourceFile;
  row: MatchedRow;
  /** The row's number among all rows of the import. */
  number: number;
  profile: ProfileFile;
  lookups: Pick<Lookups, 'data'>;
  drafts: Map<string, DraftFile>;
  outcomes: Outcomes;
}

/** One rule about to be applied to the cells of its column in one row. */
export interface Task {
  rule: Rule;
  steps: TargetStep[];
  cells: SourceCell[];
  /** The cells were met in a row above already: merged over rows. */
  isRepeated: boolean;
}

/** Writes a row into its draft, which is made where it is new; undefined where no file can be named for it. */
export function fillDraft(options: FillOptions): DraftFile | undefined {
  const { source, row, outcomes } = options;
  const { table } = row;
  const entryOf = (cell: SourceCell, column?: string) => outcomes.entry(source.name, cell, column);
  const seenBefore = new Set(
    [...row.cells].flatMap(([column, cells]) => cells.filter((c) => entryOf(c, column).outcome.length > 0)),
  );
  const place = filePlace(options);
  if (place.kind === 'none') {
    for (const [column, cells] of row.cells)
      for (const cell of cells)
        outcomes.add(entryOf(cell, column), { kind: 'not-understood', piece: cell.text, why: place.why });
    return undefined;
  }
  const { draft } = place;
  for (const cell of place.namedBy) outcomes.add(entryOf(cell), { kind: 'names-file', file: draft.path });
  if (place.isNew) writeConstants(draft, table, options);
  const inWords = rowInWords(source.name, row);
  if (!draft.from.includes(inWords)) draft.from.push(inWords);

  const ruled = new Set<SourceCell>();
  const tasks = table.columns.flatMap((rule): Task[] => {
    const cells = cellsOf(rule, options);
    for (const cell of cells) ruled.add(cell);
    const meant = applicable(rule, cells, options).filter((cell) => !isNull(cell, table.columns, options));
    const isRepeated = meant.length > 0 && meant.every((cell) => seenBefore.has(cell));
    return meant.length === 0 ? [] : [{ rule, steps: parseTarget(rule.to), cells: meant, isRepeated }];
  });
  // What is merged over rows joins the elements that the row's own values make, and makes none itself.
  for (const task of [...tasks.filter((t) => !t.isRepeated), ...tasks.filter((t) => t.isRepeated)])
    applyRule(task, draft, options);

  for (const [column, cells] of row.cells)
    for (const cell of cells) {
      const entry = entryOf(cell, column);
      if (entry.outcome.length > 0) continue;
      const left = table.left?.find((one) => columnKey(one.column) === columnKey(column));
      if (isNull(cell, table.columns, options)) outcomes.add(entry, { kind: 'null' });
      else if (left !== undefined) outcomes.add(entry, { kind: 'left-out', reason: left.reason });
      else outcomes.add(entry, { kind: ruled.has(cell) ? 'not-applied' : 'no-column' });
    }
  return draft;
}

function cellsOf(rule: Rule, options: FillOptions): SourceCell[] {
  const { source, row } = options;
  if (rule.from.startsWith('$')) {
    const texts: Record<string, string> = {
      $file: source.name,
      $row: String(row.number),
      $place: rowInWords(source.name, row),
    };
    const text = texts[rule.from];
    return text === undefined ? [] : [{ text, at: givenPlace }];
  }
  return [rule.from, ...(rule.names ?? [])].flatMap((name) => columnCells(row, name));
}

const said = (cell: SourceCell) => cell.text.trim().replace(/[。；;]$/, '');

/** The cells of a rule's column for which its condition holds: of each by itself, or of another column's. */
function applicable(rule: Rule, cells: SourceCell[], { row }: FillOptions): SourceCell[] {
  const { when } = rule;
  if (when === undefined) return cells;
  const holds = (text: string) =>
    when.is?.includes(text) !== false &&
    when.not?.includes(text) !== true &&
    (when.length === undefined || [...text].length === when.length);
  if (when.column === undefined) return cells.filter((cell) => holds(said(cell)));
  return holds(columnCells(row, when.column).map(said).join('\n')) ? cells : [];
}

/** Whether a cell says that there is nothing, and no rule of its column speaks of that word itself. */
function isNull(cell: SourceCell, rules: readonly Rule[], options: FillOptions): boolean {
  const text = cell.text.trim();
  if (!(options.profile.nulls ?? usualNulls).includes(text)) return false;
  return !rules.some(
    (rule) =>
      cellsOf(rule, options).includes(cell) &&
      (rule.exact === true ||
        rule.when?.is?.includes(text) === true ||
        rule.map?.some(({ from }) => from === text) === true),
  );
}

/** @throws Error where a constant does not fit its field: a fault of the profile, which `profileProblems` names. */
function writeConstants(draft: DraftFile, table: ProfileTable, { lookups, number }: FillOptions): void {
  for (const { to, value } of table.constants ?? []) {
    const steps = parseTarget(to);
    const schema = targetSchema(draft.kind, steps, extendedShape(lookups.data.extension)) ?? {};
    const list = schema.type === 'array';
    const said = understand(value, list ? followed(schema.items ?? {}) : schema, { lookups });
    if (said.kind === 'not-understood') throw new Error(`${to}: ${said.why.en}`);
    put(
      draft.value,
      resolveTarget(draft, steps, { row: number, piece: 0 }),
      list ? [said.value] : said.value,
    );
  }
}

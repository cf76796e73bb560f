import type { Lookups } from '../../catalogue/index.ts';
import type { Plain } from '../../model/edit.ts';
import type { ProfileFile } from '../../model/generated/schemas.ts';
import { pointer, valueAt } from '../../model/path.ts';
import { followed } from '../../model/schemas.ts';
import { put, resolveTarget, type DraftFile } from './draftFile.ts';
import { filePlace } from './filePlace.ts';
import { columnCells, type MatchedRow, type ProfileTable } from './matchRows.ts';
import type { Outcomes } from './outcomes.ts';
import { pieces } from './pieces.ts';
import type { Outcome } from './report.ts';
import { columnKey, rowInWords, type SourceCell, type SourceFile } from './source.ts';
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
interface Task {
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

function applyRule({ rule, steps, cells, isRepeated }: Task, draft: DraftFile, options: FillOptions): void {
  const { source, outcomes, lookups, number } = options;
  const schema = targetSchema(draft.kind, steps);
  const isSeries = steps.some((step) => step.kind === 'element' && step.isSeries);
  const isList = schema?.type === 'array' && rule.exact !== true;
  let piece = -1;
  let isBegun = false;
  for (const cell of cells) {
    const add = (outcome: Outcome) => {
      // What the profile gives by itself ($place) is no value of the source.
      if (cell.at !== given) outcomes.add(outcomes.entry(source.name, cell), outcome);
    };
    const parts = rule.exact === true ? [cell.text] : pieces(cell.text, rule);
    if (parts.length === 0)
      add({
        kind: 'not-understood',
        piece: cell.text,
        to: rule.to,
        why: { zh: '去掉开头和编号后没有内容', en: 'nothing is left without its beginning' },
      });
    for (const part of parts) {
      piece++;
      const said = understand(part, isList ? followed(schema?.items ?? {}) : (schema ?? {}), {
        lookups,
        map: new Map((rule.map ?? []).map(({ from, to }) => [from, to])),
        ...(rule.unit !== undefined && { unit: rule.unit }),
        ...(rule.exact === true && { exact: true }),
      });
      if (said.kind === 'not-understood') {
        add({ kind: 'not-understood', piece: part, to: rule.to, why: said.why });
        continue;
      }
      if (isRepeated && isSeries && !hasElement(draft, steps, number, piece)) continue;
      const path = resolveTarget(draft, steps, { row: number, piece });
      const { value, remark } = said;
      const placed = (at: readonly (string | number)[]) =>
        add({ kind: 'placed', file: draft.path, path: pointer(at), value, ...(remark && { remark }) });
      const held = valueAt(draft.value, path) as Plain | undefined;
      if (isList) {
        const list = (held ?? put(draft.value, path, [])) as Plain[];
        if (!list.includes(value)) list.push(value);
        placed([...path, list.indexOf(value)]);
      } else if (held === undefined || held === null || JSON.stringify(held) === JSON.stringify(value)) {
        put(draft.value, path, value);
        placed(path);
      } else if (isBegun && !isSeries && typeof held === 'string' && typeof value === 'string') {
        // Further lines of the same column.
        put(draft.value, path, `${held}\n${value}`);
        placed(path);
      } else
        add({
          kind: 'not-understood',
          piece: part,
          to: rule.to,
          why: {
            zh: `这个字段已经写入“${inWords(held)}”`,
            en: `the field already holds "${inWords(held)}"`,
          },
        });
      isBegun = true;
    }
  }
}

function inWords(value: Plain): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Whether this row has made the element already that the last series of `steps` leads to. */
function hasElement(draft: DraftFile, steps: readonly TargetStep[], row: number, piece: number): boolean {
  const at = steps.findIndex((step) => step.kind === 'element' && step.isSeries);
  const list = steps.slice(0, at).map((step) => (step.kind === 'key' ? step.key : step.name));
  const { name } = steps[at] as Extract<TargetStep, { kind: 'element' }>;
  return draft.elements.has(`${list.join('.')} ${name}* ${row} ${piece}`);
}

/** The place of a value that the profile itself gives. */
const given = '$';

function cellsOf(rule: Rule, options: FillOptions): SourceCell[] {
  const { source, row } = options;
  if (rule.from.startsWith('$')) {
    const texts: Record<string, string> = {
      $file: source.name,
      $row: String(row.number),
      $place: rowInWords(source.name, row),
    };
    const text = texts[rule.from];
    return text === undefined ? [] : [{ text, at: given }];
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
    const schema = targetSchema(draft.kind, steps) ?? {};
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

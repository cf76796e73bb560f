import { grouped } from './grouped.ts';
import { inScope } from './inScope.ts';
import type { ReportFacts, ReportSubject, Scope } from './types.ts';

/** What must be the same at every level, and what a lower level may make easier. */
export type LevelField = 'name' | 'basicCode' | 'statutory' | 'conditions' | 'materials';

/** One matter as several divisions handle it. */
export interface LevelRow {
  key: string;
  name: string;
  /** As the divisions are listed, from the nation down. */
  subjects: ReportSubject[];
  /** Fields in which the levels do not answer each other. */
  differs: LevelField[];
}

/**
 * The matters among `subjects` that more than one division handles: one item's guides, and items with one basic
 * code. A lower level may promise less time and ask for fewer materials; another name, code or statutory limit,
 * other conditions, or a material that the highest level does not ask for is a difference.
 */
export function levelRows(subjects: readonly ReportSubject[]): LevelRow[] {
  const codes = new Map<string, string>();
  for (const { id, basicCode } of subjects)
    if (basicCode !== undefined && !codes.has(id)) codes.set(id, basicCode);
  const groups = grouped(subjects, ({ id }) => codes.get(id) ?? id);
  return [...groups].flatMap(([key, group]) => {
    const rows = group.toSorted((a, b) => heightOf(a) - heightOf(b) || a.division.localeCompare(b.division));
    const [first] = rows;
    if (first === undefined || new Set(rows.map(({ division }) => division)).size < 2) return [];
    return [{ key, name: first.name, subjects: rows, differs: differences(rows) }];
  });
}

/** The matters of `scope` against the divisions above, below and beside it. */
export function levelRowsInScope(facts: ReportFacts, scope: Scope): LevelRow[] {
  const own = new Set(inScope(facts, scope).map(({ key }) => key));
  return levelRows(facts.subjects).filter(({ subjects }) => subjects.some(({ key }) => own.has(key)));
}

const levels = ['nation', 'province', 'city', 'county', 'town', 'village'];

function heightOf({ level }: ReportSubject): number {
  const at = levels.indexOf(level ?? '');
  return at === -1 ? levels.length : at;
}

function differences(rows: readonly ReportSubject[]): LevelField[] {
  const isOne = (value: (subject: ReportSubject) => unknown) =>
    new Set(rows.map((row) => JSON.stringify(value(row) ?? null))).size === 1;
  const asked = new Set(rows[0]!.materialIds);
  const same: Record<LevelField, boolean> = {
    name: isOne(({ name }) => name),
    basicCode: isOne(({ basicCode }) => basicCode),
    statutory: isOne(({ statutory }) => statutory && [statutory.value, statutory.unit]),
    conditions: isOne(({ conditionIds }) => conditionIds),
    materials: rows.every(({ materialIds }) => materialIds.every((id) => asked.has(id))),
  };
  return (Object.keys(same) as LevelField[]).filter((field) => !same[field]);
}

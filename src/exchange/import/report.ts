import type { Plain } from '../../model/edit.ts';
import type { Words } from '../../model/schemas.ts';

/** What became of one value of a source, or of one piece of it. */
export type Outcome =
  /** Written into a draft; `value` is what stands there (of a text of several lines, the line's part). */
  | { kind: 'placed'; file: string; path: string; value: Plain; remark?: Words }
  /** It decides which file the row is written to. */
  | { kind: 'names-file'; file: string }
  /** It names a column. */
  | { kind: 'heading' }
  /** It stands above the heading, below the rows, or in a table that no profile's table knows. */
  | { kind: 'outside-table' }
  /** The profile has no column of this name. */
  | { kind: 'no-column' }
  /** The profile leaves the column out, and says why. */
  | { kind: 'left-out'; reason: string }
  /** A word that means nothing, such as 无. */
  | { kind: 'null' }
  /** The conditions of the profile's columns (`when`) do not hold for it. */
  | { kind: 'not-applied' }
  | { kind: 'not-understood'; piece: string; to?: string; why: Words };

/** One value of a source and all that became of it. */
export interface ReportEntry {
  file: string;
  sheet?: string;
  at: string;
  column?: string;
  value: string;
  outcome: Outcome[];
}

export interface ImportReport {
  profile: { id: string; name: string };
  files: string[];
  /** Entries by the kind of their first outcome that loses something, else of their first. */
  counts: Partial<Record<Outcome['kind'], number>>;
  drafts: { file: string; name?: string; from: string[] }[];
  values: ReportEntry[];
}

/** Kinds of outcome by how much a reader should care, the gravest first. */
const gravity: Outcome['kind'][] = [
  'not-understood',
  'no-column',
  'not-applied',
  'outside-table',
  'left-out',
  'null',
  'placed',
  'names-file',
  'heading',
];

/** The outcome by which an entry is counted: the gravest of those it has. */
export function chiefOutcome(entry: ReportEntry): Outcome['kind'] {
  return gravity.find((kind) => entry.outcome.some((one) => one.kind === kind)) ?? 'no-column';
}

export function countOutcomes(values: readonly ReportEntry[]): ImportReport['counts'] {
  const counts: ImportReport['counts'] = {};
  for (const kind of gravity) {
    const count = values.filter((entry) => chiefOutcome(entry) === kind).length;
    if (count > 0) counts[kind] = count;
  }
  return counts;
}

/** What the kinds of outcome mean, for whoever reads the report. */
export const outcomeWords: Record<Outcome['kind'], Words> = {
  placed: { zh: '已写入', en: 'placed' },
  'names-file': { zh: '用作文件的位置', en: 'names the file' },
  heading: { zh: '表头', en: 'heading' },
  'outside-table': { zh: '在表格之外', en: 'outside of any table' },
  'no-column': { zh: '方案里没有这一列', en: 'no column in the profile' },
  'left-out': { zh: '方案写明不导入', en: 'left out by the profile' },
  null: { zh: '表示没有', en: 'means nothing' },
  'not-applied': { zh: '不符合方案的条件', en: 'conditions of the profile do not hold' },
  'not-understood': { zh: '没有读懂', en: 'not understood' },
};

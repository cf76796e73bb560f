import type { CatalogueRow } from '../../src/api/index.ts';
import type { Imported, ReportEntry } from '../../src/exchange/import/index.ts';
import type { Words } from '../../src/model/schemas.ts';

/** A draft that an import would make, and what a person should know before it does. */
export interface PlannedDraft {
  path: string;
  name: string;
  /** The rows it comes from, in words. */
  from: string[];
  text: string;
  values: ReportEntry[];
  /** Why it cannot be made. */
  obstacle?: Words;
  /** What to look at before making it. */
  warning?: Words;
}

/** What the catalogue has already: an import overwrites nothing. */
export interface Held {
  files: ReadonlySet<string>;
  /** Ids of items that have a file above their divisions. */
  rows: readonly CatalogueRow[];
}

/** A row of the sources of which no draft comes, and why. */
export interface LostRow {
  source: string;
  why: Words;
}

/** The drafts that `imported` would make, in the order of the sources, and the rows that make none. */
export function plannedDrafts(
  imported: Imported,
  { files, rows }: Held,
): { drafts: PlannedDraft[]; lost: LostRow[] } {
  const texts = new Map(imported.files.map(({ path, text }) => [path, text]));
  const open = new Map(rows.filter(({ drafts }) => drafts.length > 0).map(({ file }) => [file, true]));
  const values = new Map<string, Set<ReportEntry>>();
  const lost: LostRow[] = [];
  for (const row of imported.rows) {
    if (row.draft === undefined) {
      lost.push({ source: row.source, why: whyLost(row.values) });
      continue;
    }
    const held = values.get(row.draft) ?? new Set();
    for (const value of row.values) held.add(value);
    values.set(row.draft, held);
  }
  const drafts = imported.report.drafts.map(({ file, name, from }): PlannedDraft => {
    const obstacle = obstacleOf(file, name, { files, rows });
    return {
      path: file,
      name: name ?? '',
      from,
      text: texts.get(file) ?? '',
      values: [...(values.get(file) ?? [])],
      ...(obstacle !== undefined && { obstacle }),
      ...(open.has(file) && {
        warning: { zh: '这个文件已有进行中的草稿', en: 'The file has an open draft already' },
      }),
    };
  });
  return { drafts, lost };
}

function obstacleOf(path: string, name: string | undefined, { files, rows }: Held): Words | undefined {
  const id = path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  const other = rows.find((row) => row.id === id && row.role === 'base' && row.file !== path);
  if (files.has(path))
    return {
      zh: `目录里已有 ${path}，导入不覆盖。请换标识的开头，或在目录里找到它修改。`,
      en: `The catalogue has ${path}, and nothing is overwritten. Choose another prefix, or change that file.`,
    };
  if (other !== undefined && /^\d{6}\//.test(path))
    return {
      zh: `标识“${id}”已是“${other.name}”的（${other.divisionName}）。请换标识的开头。`,
      en: `The id "${id}" is that of "${other.name}" (${other.divisionName}). Choose another prefix.`,
    };
  if (name === undefined)
    return {
      zh: '这一行没有事项名称，不能成为草稿。请在来源里补上名称，再导入。',
      en: 'The row has no item name. Write it in the source and import again.',
    };
  return undefined;
}

function whyLost(values: readonly ReportEntry[]): Words {
  for (const { outcome } of values)
    for (const one of outcome) if (one.kind === 'not-understood') return one.why;
  return { zh: '没有内容', en: 'it says nothing' };
}

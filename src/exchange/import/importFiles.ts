import { schemaOf, shapeOfKind, type Lookups } from '../../catalogue/index.ts';
import type { CatalogueShape } from '../../model/catalogueShape.ts';
import { extendedShape } from '../../model/extendedShape.ts';
import type { Plain } from '../../model/edit.ts';
import type { ProfileFile } from '../../model/generated/schemas.ts';
import { valueAt } from '../../model/path.ts';
import type { FileKind } from '../../model/schemas.ts';
import { serialize } from '../../text/index.ts';
import { inSchemaOrder, type DraftFile } from './draftFile.ts';
import { fillDraft } from './fillDraft.ts';
import { matchRows, type MatchedRow } from './matchRows.ts';
import { Outcomes } from './outcomes.ts';
import { countOutcomes, type ImportReport, type ReportEntry } from './report.ts';
import { rowInWords, type SourceFile } from './source.ts';

/** A file that an import makes. */
export interface ImportedFile {
  path: string;
  kind: FileKind;
  value: Plain;
  /** The text to write, with the rows it comes from as a comment. */
  text: string;
}

/** What becomes of one row: the draft it goes to and each of its values. */
export interface ImportedRow {
  source: string;
  draft?: string;
  values: ReportEntry[];
}

export interface Imported {
  files: ImportedFile[];
  rows: ImportedRow[];
  report: ImportReport;
}

/**
 * Makes drafts of what the source files hold, as `profile` says. Nothing is thrown on content: every value of
 * the sources that is not blank stands in the report once, with each place it went to or why it went nowhere.
 */
export function importFiles(
  sources: readonly SourceFile[],
  profile: ProfileFile,
  lookups: Pick<Lookups, 'data'>,
): Imported {
  const shape = extendedShape(lookups.data.extension);
  const outcomes = new Outcomes();
  const drafts = new Map<string, DraftFile>();
  const rows: ImportedRow[] = [];
  const matched: { source: SourceFile; row: MatchedRow }[] = [];
  for (const source of sources) {
    for (const { cell, why } of source.unread)
      outcomes.add(outcomes.entry(source.name, cell), { kind: 'not-understood', piece: cell.text, why });
    const found = matchRows(source, profile);
    for (const cell of found.headings) outcomes.add(outcomes.entry(source.name, cell), { kind: 'heading' });
    for (const cell of found.outside)
      outcomes.add(outcomes.entry(source.name, cell), { kind: 'outside-table' });
    matched.push(...found.rows.map((row) => ({ source, row })));
  }
  // Rows that continue an item come after all that begin one, wherever their sheet stands.
  const begun = matched.filter(({ row }) => row.table.continues !== true);
  const continued = matched.filter(({ row }) => row.table.continues === true);
  for (const [number, { source, row }] of [...begun, ...continued].entries()) {
    const draft = fillDraft({ source, row, number, profile, lookups, drafts, outcomes });
    const values = [...row.cells].flatMap(([column, cells]) =>
      cells.map((cell) => outcomes.entry(source.name, cell, column)),
    );
    rows.push({
      source: rowInWords(source.name, row),
      ...(draft !== undefined && { draft: draft.path }),
      values,
    });
  }
  const files = [...drafts.values()].map((draft) => written(draft, profile, shape));
  const values = outcomes.all();
  return {
    files,
    rows,
    report: {
      profile: { id: profile.id, name: profile.name },
      files: sources.map(({ name }) => name),
      counts: countOutcomes(values),
      drafts: [...drafts.values()].map((draft) => {
        const name = nameOf(draft);
        return { file: draft.path, ...(name !== undefined && { name }), from: draft.from };
      }),
      values,
    },
  };
}

function nameOf({ value }: DraftFile): string | undefined {
  const name = valueAt(value, ['basics', 'name']) ?? value['name'] ?? value['title'];
  return typeof name === 'string' ? name : undefined;
}

/** A comment naming at most this many rows stays readable; the report names them all. */
const namedRows = 3;

function written(draft: DraftFile, profile: ProfileFile, shape: CatalogueShape): ImportedFile {
  const value = inSchemaOrder(draft.value, schemaOf(draft.kind, shape));
  const rows = draft.from.slice(0, namedRows).join('；');
  const more = draft.from.length > namedRows ? ` 等 ${draft.from.length} 行` : '';
  const comment = [
    `# 导入的草稿，来自 ${oneLine(rows)}${more}，方案 ${profile.id}。未经核对。`,
    `# Imported by the profile ${profile.id} and not yet verified; import-report.json says where each value is from.`,
  ];
  const text = `${comment.join('\n')}\n${serialize(value, { shape: shapeOfKind(draft.kind, shape) })}`;
  return { path: draft.path, kind: draft.kind, value, text };
}

/** A file's name may hold anything; a comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/[^\P{C}]+/gu, ' ');
}

import type { DraftRow } from '../../src/api/index.ts';
import { placeOf } from '../../src/catalogue/index.ts';

/** What a reader of the inbox looks for. */
export interface DraftFilter {
  /** Words of a title, a name or a path. */
  words: string;
  /** A division of one of its files. */
  division: string;
  only: '' | 'late' | 'threads' | 'legal';
}

/** The divisions of a draft's files, each once. */
export function divisionsOf({ files }: DraftRow): string[] {
  const codes = files.map(divisionAt);
  return [...new Set(codes)].filter((code) => code !== undefined);
}

/** The drafts that a filter leaves, in their order. */
export function filterDrafts(rows: readonly DraftRow[], { words, division, only }: DraftFilter): DraftRow[] {
  const sought = words.trim().toLowerCase();
  return rows.filter((row) => {
    const { title, author, holder, files } = row;
    const said = [title, author.name, holder.name, ...files].join(' ').toLowerCase();
    return said.includes(sought) && (division === '' || divisionsOf(row).includes(division)) && is(row, only);
  });
}

function is({ wait, openThreads, state }: DraftRow, only: DraftFilter['only']): boolean {
  switch (only) {
    case 'late':
      return wait?.isLate === true;
    case 'threads':
      return openThreads > 0;
    case 'legal':
      return 'risk' in state && state.risk === 'legal';
    case '':
      return true;
  }
}

function divisionAt(file: string): string | undefined {
  const place = placeOf(file);
  return place.kind === 'file' ? place.division : undefined;
}

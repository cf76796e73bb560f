import type { CatalogueRow } from '../../src/api/index.ts';
import { soundsFrom, soundsLike, type Sounds } from '../../src/search/soundsLike.ts';

/** What the catalogue is narrowed to; `''` narrows nothing. */
export interface RowFilter {
  /** Words that all have to occur, in whatever field, as they are written or as they sound. */
  words: string;
  division: string;
  authority: string;
  type: string;
  role: '' | 'base' | 'layer';
  /** What the clean-up decided. */
  decision: string;
  inForce: '' | CatalogueRow['inForce'];
  charged: '' | 'yes' | 'no';
  findings: '' | 'some' | 'none';
  /** Whether a draft is open on the file. */
  drafts: '' | 'open' | 'none';
}

export const noFilter: RowFilter = {
  words: '',
  division: '',
  authority: '',
  type: '',
  role: '',
  decision: '',
  inForce: '',
  charged: '',
  findings: '',
  drafts: '',
};

/** A row with all that is searched in it, put together once. */
export interface IndexedRow extends Sounds {
  row: CatalogueRow;
  text: string;
}

export function indexRows(rows: readonly CatalogueRow[]): IndexedRow[] {
  return rows.map((row) => {
    const {
      name,
      everydayName,
      synonyms = [],
      basicCode,
      authority,
      divisionName,
      division,
      id,
      pinyin,
    } = row;
    const parts = [name, everydayName, ...synonyms, basicCode, authority, divisionName, division, id];
    return {
      row,
      text: folded(parts.filter((part) => part !== undefined).join('\n')),
      ...soundsFrom(pinyin),
    };
  });
}

/** The rows that pass `filter`, in their order. */
export function filterRows(rows: readonly IndexedRow[], filter: RowFilter): CatalogueRow[] {
  const words = folded(filter.words).split(/\s+/).filter(Boolean);
  const { division, authority, type, role, decision, inForce, charged, findings, drafts } = filter;
  return rows
    .filter(
      (indexed) =>
        words.every((word) => says(indexed, word)) &&
        (division === '' || indexed.row.division === division) &&
        (authority === '' || indexed.row.authority === authority) &&
        (type === '' || indexed.row.type === type) &&
        (role === '' || indexed.row.role === role) &&
        (decision === '' || indexed.row.decision === decision) &&
        (inForce === '' || indexed.row.inForce === inForce) &&
        (charged === '' || indexed.row.charged === (charged === 'yes')) &&
        (findings === '' || countFindings(indexed.row) > 0 === (findings === 'some')) &&
        (drafts === '' || indexed.row.drafts.length > 0 === (drafts === 'open')),
    )
    .map(({ row }) => row);
}

/** Whether a row has `word` as it is written, by its sound from the beginning of a syllable on, or by initials. */
function says(indexed: IndexedRow, word: string): boolean {
  return indexed.text.includes(word) || soundsLike(indexed, word);
}

export function countFindings({ findings }: CatalogueRow): number {
  return findings.error + findings.warning + findings.info;
}

/** A value that rows can be narrowed to, and how many rows have it. */
export interface Facet {
  value: string;
  count: number;
}

/** The values of one field over all rows, those of most rows first; rows without it are left out. */
export function facetsOf(
  rows: readonly CatalogueRow[],
  key: 'division' | 'authority' | 'type' | 'decision',
): Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[key];
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

type Query = Record<string, unknown>;

/** Reads a filter from the query of an address; what makes no sense there narrows nothing. */
export function filterOfQuery(query: Query): RowFilter {
  const text = (key: string) => (typeof query[key] === 'string' ? query[key] : '');
  const oneOf = <T extends string>(key: string, ...values: T[]): T | '' =>
    values.find((value) => value === text(key)) ?? '';
  return {
    words: text('q'),
    division: text('division'),
    authority: text('authority'),
    type: text('type'),
    role: oneOf('role', 'base', 'layer'),
    decision: text('decision'),
    inForce: oneOf('inForce', 'now', 'later', 'ended'),
    charged: oneOf('charged', 'yes', 'no'),
    findings: oneOf('findings', 'some', 'none'),
    drafts: oneOf('drafts', 'open', 'none'),
  };
}

/** The query that {@link filterOfQuery} reads back: only what narrows. */
export function queryOfFilter({ words, ...others }: RowFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ q: words.trim(), ...others }).filter(([, value]) => value !== ''),
  );
}

/** Full-width and half-width, upper and lower case are one to who searches. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

import type { CatalogueRow } from '../../src/api/index.ts';

/** What the catalogue is narrowed to; `''` and `false` narrow nothing. */
export interface RowFilter {
  /** Words that all have to occur, in whatever field. */
  words: string;
  division: string;
  authority: string;
  type: string;
  findings: '' | 'some' | 'none';
  /** Only files on which a draft is open. */
  drafts: boolean;
}

export const noFilter: RowFilter = {
  words: '',
  division: '',
  authority: '',
  type: '',
  findings: '',
  drafts: false,
};

/** A row with all that is searched in it, put together once. */
export interface IndexedRow {
  row: CatalogueRow;
  text: string;
}

export function indexRows(rows: readonly CatalogueRow[]): IndexedRow[] {
  return rows.map((row) => {
    const { name, everydayName, basicCode, authority, divisionName, division, id } = row;
    const parts = [name, everydayName, basicCode, authority, divisionName, division, id];
    return { row, text: folded(parts.filter((part) => part !== undefined).join('\n')) };
  });
}

/** The rows that pass `filter`, in their order. */
export function filterRows(rows: readonly IndexedRow[], filter: RowFilter): CatalogueRow[] {
  const words = folded(filter.words).split(/\s+/).filter(Boolean);
  const { division, authority, type, findings, drafts } = filter;
  return rows
    .filter(
      ({ row, text }) =>
        words.every((word) => text.includes(word)) &&
        (division === '' || row.division === division) &&
        (authority === '' || row.authority === authority) &&
        (type === '' || row.type === type) &&
        (findings === '' || countFindings(row) > 0 === (findings === 'some')) &&
        (!drafts || row.drafts.length > 0),
    )
    .map(({ row }) => row);
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
export function facetsOf(rows: readonly CatalogueRow[], key: 'division' | 'authority' | 'type'): Facet[] {
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
  const findings = text('findings');
  return {
    words: text('q'),
    division: text('division'),
    authority: text('authority'),
    type: text('type'),
    findings: findings === 'some' || findings === 'none' ? findings : '',
    drafts: text('drafts') === 'open',
  };
}

/** The query that {@link filterOfQuery} reads back: only what narrows. */
export function queryOfFilter(filter: RowFilter): Record<string, string> {
  const { words, division, authority, type, findings, drafts } = filter;
  const all = { q: words.trim(), division, authority, type, findings, drafts: drafts ? 'open' : '' };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Full-width and half-width, upper and lower case are one to who searches. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

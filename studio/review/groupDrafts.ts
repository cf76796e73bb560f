import type { DraftRow, Person } from '../../src/api/index.ts';

/** The drafts of the inbox; each stands in one group only. */
export interface DraftGroups {
  /** Those that wait for a signature this person may give, longest waiting first. */
  waiting: DraftRow[];
  /** Their own that are not done; what was returned to them first. */
  mine: DraftRow[];
  /** Everybody else's that are not done. */
  open: DraftRow[];
  done: DraftRow[];
}

/** Groups `rows` (newest first) by what they ask of `person`. */
export function groupDrafts(rows: readonly DraftRow[], person: Person): DraftGroups {
  const groups: DraftGroups = { waiting: [], mine: [], open: [], done: [] };
  for (const row of rows) groups[groupOf(row, person)].push(row);
  groups.waiting.sort((a, b) => (sinceOf(a) < sinceOf(b) ? -1 : 1));
  groups.mine.sort((a, b) => Number(b.state.kind === 'returned') - Number(a.state.kind === 'returned'));
  return groups;
}

function groupOf(row: DraftRow, person: Person): keyof DraftGroups {
  // What went in by an override waits for its signatures like any other.
  if (row.maySign) return 'waiting';
  if (row.state.kind === 'merged' || row.state.kind === 'withdrawn') return 'done';
  return row.isMine || row.holder.subject === person.subject ? 'mine' : 'open';
}

function sinceOf({ state, updatedAt }: DraftRow): string {
  return 'at' in state ? state.at : updatedAt;
}

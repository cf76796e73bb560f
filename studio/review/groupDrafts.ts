import type { DraftRow, Person, Role } from '../../src/api/index.ts';

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

/**
 * Groups `rows` (newest first) by what they ask of `person`. A row names the author and not who else wrote in the
 * draft, so a co-author may find one among those that wait; the server then says why it is not theirs to sign.
 */
export function groupDrafts(rows: readonly DraftRow[], person: Person): DraftGroups {
  const groups: DraftGroups = { waiting: [], mine: [], open: [], done: [] };
  for (const row of rows) groups[groupOf(row, person)].push(row);
  groups.waiting.reverse();
  groups.mine.sort((a, b) => Number(b.state.kind === 'returned') - Number(a.state.kind === 'returned'));
  return groups;
}

function groupOf(row: DraftRow, person: Person): keyof DraftGroups {
  if (row.state.kind === 'merged' || row.state.kind === 'withdrawn') return 'done';
  if (row.author.subject === person.subject) return 'mine';
  return signableRoles(row.state, person).length > 0 ? 'waiting' : 'open';
}

/** The signatures that a draft in `state` lacks and that `person` has the role for and has not given another of. */
export function signableRoles(state: DraftRow['state'], person: Person): Role[] {
  if (state.kind !== 'submitted') return [];
  if (state.signatures.some((one) => one.person.subject === person.subject)) return [];
  return state.missing.filter((role) => person.roles.includes(role));
}

import { describe, expect, it } from 'vitest';
import type { DraftRow, DraftStateView, Person, Role } from '../../src/api/index.ts';
import { groupDrafts } from './groupDrafts.ts';

const person = (subject: string, ...roles: Role[]): Person => ({ subject, name: subject, roles });
const ann = person('ann', 'drafter');
const rev = person('rev', 'reviewer');
const both = person('both', 'drafter', 'legal');
const at = '2026-01-01T00:00:00Z';

const editing: DraftStateView = { kind: 'editing' };
const returned: DraftStateView = { kind: 'returned', at, by: rev, reason: '依据不足', threads: [] };
const submitted = (missing: Role[], ...signed: Person[]): Extract<DraftStateView, { kind: 'submitted' }> => ({
  kind: 'submitted',
  at,
  risk: 'legal',
  signatures: signed.map((one) => ({ person: one, role: 'legal', at, commit: one.subject })),
  missing: missing.map((role) => ({ role })),
});

/** A draft, and for whom the server says that it waits. */
interface Given {
  id: string;
  author: Person;
  state: DraftStateView;
  signs?: Person[];
}

function rowsFor(who: Person, given: readonly Given[]): DraftRow[] {
  return given.map(({ id, author, state, signs = [] }) => ({
    id,
    tip: '',
    title: id,
    author,
    holder: author,
    state,
    files: [],
    createdAt: at,
    updatedAt: at,
    maySign: signs.includes(who),
    isMine: author === who,
    openThreads: 0,
  }));
}

const merged: Extract<DraftStateView, { kind: 'merged' }> = {
  kind: 'merged',
  at,
  oid: '',
  signatures: [],
  owed: [],
  ratified: [],
};
const rows: Given[] = [
  {
    id: 'new',
    author: ann,
    state: { ...submitted(['reviewer', 'legal']), at: '2026-01-03T00:00:00Z' },
    signs: [rev, both],
  },
  {
    id: 'own',
    author: both,
    state: { ...submitted(['reviewer', 'legal']), at: '2026-01-02T00:00:00Z' },
    signs: [rev],
  },
  { id: 'signed', author: ann, state: submitted(['reviewer'], both), signs: [rev] },
  { id: 'writing', author: ann, state: editing },
  { id: 'back', author: ann, state: returned },
  { id: 'approved', author: ann, state: { kind: 'approved', at, risk: 'plain', signatures: [] } },
  { id: 'old', author: ann, state: submitted(['legal']), signs: [both] },
  { id: 'merged', author: ann, state: merged },
  {
    id: 'owed',
    author: ann,
    state: { ...merged, at: '2026-01-04T00:00:00Z', owed: [{ role: 'reviewer' }] },
    signs: [rev],
  },
  { id: 'withdrawn', author: ann, state: { kind: 'withdrawn', at } },
];

describe('groupDrafts', () => {
  const cases: [string, Person, Record<string, string[]>][] = [
    [
      'a reviewer sees what lacks a reviewer',
      rev,
      {
        waiting: ['signed', 'own', 'new', 'owed'],
        mine: [],
        open: ['writing', 'back', 'approved', 'old'],
        done: ['merged', 'withdrawn'],
      },
    ],
    [
      'own drafts never wait for their author, nor does what one has signed already',
      both,
      {
        waiting: ['old', 'new'],
        mine: ['own'],
        open: ['signed', 'writing', 'back', 'approved'],
        done: ['merged', 'owed', 'withdrawn'],
      },
    ],
    [
      'a drafter sees first what came back',
      ann,
      {
        waiting: [],
        mine: ['back', 'new', 'signed', 'writing', 'approved', 'old'],
        open: ['own'],
        done: ['merged', 'owed', 'withdrawn'],
      },
    ],
  ];
  it.each(cases)('%s', (_, who, expected) => {
    const groups = groupDrafts(rowsFor(who, rows), who);
    const ids = Object.fromEntries(
      Object.entries(groups).map(([key, list]) => [key, list.map(({ id }: DraftRow) => id)]),
    );
    expect(ids).toEqual(expected);
  });
});

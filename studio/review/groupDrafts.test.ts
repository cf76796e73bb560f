import { describe, expect, it } from 'vitest';
import type { DraftRow, DraftStateView, Person, Role } from '../../src/api/index.ts';
import { groupDrafts } from './groupDrafts.ts';

const person = (subject: string, ...roles: Role[]): Person => ({ subject, name: subject, roles });
const ann = person('ann', 'drafter');
const rev = person('rev', 'reviewer');
const both = person('both', 'drafter', 'legal');
const at = '2026-01-01T00:00:00Z';

const editing: DraftStateView = { kind: 'editing' };
const returned: DraftStateView = { kind: 'returned', at, by: rev, reason: '依据不足' };
const submitted = (missing: Role[], ...signed: Person[]): DraftStateView => ({
  kind: 'submitted',
  at,
  risk: 'legal',
  signatures: signed.map((one) => ({ person: one, role: 'legal', at })),
  missing,
});

function draft(id: string, author: Person, state: DraftStateView): DraftRow {
  return { id, tip: '', title: id, author, state, files: [], createdAt: at, updatedAt: at };
}

const rows = [
  draft('new', ann, submitted(['reviewer', 'legal'])),
  draft('own', both, submitted(['reviewer', 'legal'])),
  draft('signed', ann, submitted(['reviewer'], both)),
  draft('writing', ann, editing),
  draft('back', ann, returned),
  draft('approved', ann, { kind: 'approved', at, risk: 'plain', signatures: [] }),
  draft('old', ann, submitted(['legal'])),
  draft('merged', ann, { kind: 'merged', at, oid: '' }),
  draft('withdrawn', ann, { kind: 'withdrawn', at }),
];

describe('groupDrafts', () => {
  const cases: [string, Person, Record<string, string[]>][] = [
    [
      'a reviewer sees what lacks a reviewer',
      rev,
      { waiting: ['signed', 'own', 'new'], mine: [], open: ['writing', 'back', 'approved', 'old'] },
    ],
    [
      'own drafts never wait for their author, nor does what one has signed already',
      both,
      { waiting: ['old', 'new'], mine: ['own'], open: ['signed', 'writing', 'back', 'approved'] },
    ],
    [
      'a drafter sees first what came back',
      ann,
      { waiting: [], mine: ['back', 'new', 'signed', 'writing', 'approved', 'old'], open: ['own'] },
    ],
  ];
  it.each(cases)('%s', (_, who, expected) => {
    const groups = groupDrafts(rows, who);
    const ids = Object.fromEntries(
      Object.entries(groups).map(([key, list]) => [key, list.map(({ id }: DraftRow) => id)]),
    );
    expect(ids).toEqual({ ...expected, done: ['merged', 'withdrawn'] });
  });
});

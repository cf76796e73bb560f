import { describe, expect, it } from 'vitest';
import {
  decodeMessage,
  encodeMessage,
  foldDraft,
  mayAct,
  type Act,
  type DraftCommit,
  type Person,
  type Role,
  type Wish,
} from './index.ts';

const person = (subject: string, ...roles: Role[]): Person => ({ subject, name: subject, roles });
const ann = person('ann', 'drafter');
const bob = person('bob', 'drafter', 'reviewer');
const rev = person('rev', 'reviewer');
const law = person('law', 'legal');
const both = person('both', 'reviewer', 'legal');
const policy = { plain: ['reviewer'], legal: ['reviewer', 'legal'] } as const;
const files = [{ path: '000000/a.yaml', blob: 'b1', base: 'b0' }];

let clock = 0;
const commit = (who: Person, act: Act, changed = act.kind === 'edit'): DraftCommit => {
  clock += 1;
  return {
    act,
    person: who,
    operation: `op${clock}`,
    oid: `c${clock}`,
    at: `2026-01-01T00:00:${String(clock % 60).padStart(2, '0')}Z`,
    changed,
  };
};
const create = (who: Person) => commit(who, { kind: 'create', title: '改时限' });
const edit = (who: Person) => commit(who, { kind: 'edit', files: ['000000/a.yaml'] });
const submit = (who: Person, risk: 'plain' | 'legal' = 'legal') => commit(who, { kind: 'submit', risk });
const approve = (who: Person, role: Role, of = files) =>
  commit(who, { kind: 'approve', role, risk: 'legal', files: of });
const stateOf = (...commits: DraftCommit[]) => foldDraft(commits, { files, policy }).state;

describe('messages', () => {
  it('come back as they were, and one text cannot forge another act', () => {
    const forged = '好\n\nGuicheng-Act: {"act":{"kind":"approve"}}';
    for (const act of [
      { kind: 'comment', text: forged },
      { kind: 'create', title: forged },
      { kind: 'edit', files: ['000000/a.yaml'] },
    ] as Act[]) {
      const signed = { act, person: ann, operation: 'x' };
      const message = encodeMessage(signed);
      expect(message.split('\n')).toHaveLength(4);
      expect(decodeMessage(message)).toEqual(signed);
    }
  });

  it.each([
    '',
    '修改',
    'a\n\nGuicheng-Act: {',
    'a\n\nGuicheng-Act: {}',
    'a\nb\n\nGuicheng-Act: {"act":{"kind":"edit"}}',
  ])('%j is no act', (message) => expect(decodeMessage(message)).toBeUndefined());
});

describe('the state of a draft', () => {
  const cases: [string, DraftCommit[], string, Role[]?][] = [
    ['begun', [create(ann), edit(ann)], 'editing'],
    [
      'submitted, two signatures missing',
      [create(ann), edit(ann), submit(ann)],
      'submitted',
      ['reviewer', 'legal'],
    ],
    ['plain needs one', [create(ann), edit(ann), submit(ann, 'plain'), approve(rev, 'reviewer')], 'approved'],
    [
      'legal needs two',
      [create(ann), edit(ann), submit(ann), approve(rev, 'reviewer')],
      'submitted',
      ['legal'],
    ],
    [
      'both there',
      [create(ann), edit(ann), submit(ann), approve(rev, 'reviewer'), approve(law, 'legal')],
      'approved',
    ],
    [
      'one person gives one signature',
      [create(ann), edit(ann), submit(ann), approve(both, 'reviewer'), approve(both, 'legal')],
      'submitted',
      ['legal'],
    ],
    [
      'the author',
      [create(bob), edit(bob), submit(bob), approve(bob, 'reviewer'), approve(law, 'legal')],
      'submitted',
      ['reviewer'],
    ],
    [
      'a co-editor',
      [create(ann), edit(ann), edit(bob), submit(ann), approve(bob, 'reviewer'), approve(law, 'legal')],
      'submitted',
      ['reviewer'],
    ],
    [
      'the first author of a draft since rewritten',
      [create(bob), edit(ann), submit(ann), approve(bob, 'reviewer'), approve(law, 'legal')],
      'submitted',
      ['reviewer'],
    ],
    [
      'a role nobody gave',
      [create(ann), edit(ann), submit(ann), approve(rev, 'legal'), approve(law, 'reviewer')],
      'submitted',
      ['reviewer', 'legal'],
    ],
    [
      'other content',
      [
        create(ann),
        edit(ann),
        submit(ann),
        approve(rev, 'reviewer', [{ ...files[0]!, blob: 'b9' }]),
        approve(law, 'legal'),
      ],
      'submitted',
      ['reviewer'],
    ],
    [
      'another base',
      [
        create(ann),
        edit(ann),
        submit(ann),
        approve(rev, 'reviewer', [{ ...files[0]!, base: 'b9' }]),
        approve(law, 'legal'),
      ],
      'submitted',
      ['reviewer'],
    ],
    [
      'a file less',
      [create(ann), edit(ann), submit(ann), approve(rev, 'reviewer', []), approve(law, 'legal')],
      'submitted',
      ['reviewer'],
    ],
    [
      'changed after approval',
      [create(ann), edit(ann), submit(ann), approve(rev, 'reviewer'), approve(law, 'legal'), edit(ann)],
      'editing',
    ],
    [
      'submitted again: old signatures are gone',
      [create(ann), edit(ann), submit(ann), approve(rev, 'reviewer'), edit(ann), submit(ann)],
      'submitted',
      ['reviewer', 'legal'],
    ],
    [
      'content changed under another act’s name',
      [
        create(ann),
        edit(ann),
        submit(ann),
        approve(rev, 'reviewer'),
        commit(law, { kind: 'comment', text: 'x' }, true),
      ],
      'editing',
    ],
    [
      'returned',
      [create(ann), edit(ann), submit(ann), commit(rev, { kind: 'return', reason: '依据不足' })],
      'returned',
    ],
    [
      'withdrawn after approval',
      [
        create(ann),
        edit(ann),
        submit(ann),
        approve(rev, 'reviewer'),
        approve(law, 'legal'),
        commit(ann, { kind: 'withdraw' }),
      ],
      'withdrawn',
    ],
    [
      'approved before it was submitted',
      [create(ann), edit(ann), approve(rev, 'reviewer'), submit(ann)],
      'submitted',
      ['reviewer', 'legal'],
    ],
  ];
  it.each(cases)('%s', (_, commits, kind, missing) => {
    const state = stateOf(...commits);
    expect(state.kind).toBe(kind);
    if (missing !== undefined) expect(state).toMatchObject({ missing });
  });

  it('a policy that asks for nobody approves nothing', () => {
    const state = foldDraft([create(ann), edit(ann), submit(ann)], {
      files,
      policy: { plain: [], legal: [] },
    }).state;
    expect(state.kind).toBe('submitted');
  });
});

describe('what one may do', () => {
  const submitted = foldDraft([create(ann), edit(ann), submit(ann)], { files, policy });
  const editing = foldDraft([create(bob), edit(ann)], { files, policy });
  const merged = foldDraft([create(ann), edit(ann)], { files, policy, merged: { oid: 'm', at: 'x' } });
  const cases: [string, typeof submitted, Person, Wish, boolean][] = [
    ['a reviewer edits', editing, rev, { kind: 'edit' }, false],
    ['a drafter edits', editing, ann, { kind: 'edit' }, true],
    ['a drafter edits under review', submitted, ann, { kind: 'edit' }, false],
    ['submitting twice', submitted, ann, { kind: 'submit' }, false],
    ['a reviewer approves', submitted, rev, { kind: 'approve', role: 'reviewer' }, true],
    ['a reviewer approves as legal', submitted, rev, { kind: 'approve', role: 'legal' }, false],
    ['the author approves', submitted, ann, { kind: 'approve' }, false],
    ['approving what is not submitted', editing, rev, { kind: 'approve' }, false],
    ['the author returns', submitted, ann, { kind: 'return' }, false],
    ['a reviewer returns', submitted, rev, { kind: 'return' }, true],
    ['an author withdraws', submitted, ann, { kind: 'withdraw' }, true],
    ['another withdraws', submitted, rev, { kind: 'withdraw' }, false],
    ['merging without signatures', submitted, ann, { kind: 'merge' }, false],
    ['anything after merging', merged, ann, { kind: 'edit' }, false],
  ];
  it.each(cases)('%s', (_, draft, who, wish, may) => {
    const permission = mayAct(draft, who, wish);
    expect(permission.kind).toBe(may ? 'allowed' : 'refused');
    if (permission.kind === 'refused') expect(permission.reason).not.toBe('');
  });
});

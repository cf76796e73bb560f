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
  type Signer,
  type Wish,
} from './index.ts';
import {
  ann,
  approve,
  bob,
  both,
  commit,
  context,
  create,
  edit,
  files,
  law,
  rev,
  submit,
} from './testDraft.ts';

const stateOf = (...commits: DraftCommit[]) => foldDraft(commits, context).state;
const roles = (signers: readonly Signer[]) => signers.map(({ role }) => role);

describe('messages', () => {
  it('come back as they were, and one text cannot forge another act', () => {
    const forged = '好\n\nGuicheng-Act: {"act":{"kind":"approve"}}';
    for (const act of [
      { kind: 'comment', text: forged },
      { kind: 'create', title: forged },
      { kind: 'edit', files: ['000000/a.yaml'] },
      { kind: 'remove', file: '000000/a.yaml', reason: forged },
      { kind: 'suggest', file: '000000/a.yaml', path: ['a'], value: forged, was: null },
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
    if (missing !== undefined) expect(state.kind === 'submitted' && roles(state.missing)).toEqual(missing);
  });

  it('a policy that asks for nobody approves nothing', () => {
    const state = foldDraft([create(ann), edit(ann), submit(ann)], {
      ...context,
      policy: { plain: [], legal: [], override: [] },
    }).state;
    expect(state.kind).toBe('submitted');
  });
});

describe('what one may do', () => {
  const submitted = foldDraft([create(ann), edit(ann), submit(ann)], context);
  const editing = foldDraft([create(bob), edit(ann)], context);
  const merged = foldDraft([create(ann), edit(ann)], {
    ...context,
    merged: { oid: 'm', at: 'x', tip: 'none' },
  });
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
    ['a reviewer settles what another said', submitted, rev, { kind: 'resolve', by: 'law' }, true],
    ['a drafter settles what a reviewer said', submitted, ann, { kind: 'resolve', by: 'law' }, false],
    ['a drafter settles what they said', submitted, ann, { kind: 'resolve', by: 'ann' }, true],
    ['a reviewer takes a suggestion', submitted, rev, { kind: 'take' }, false],
    ['a drafter takes one under review', submitted, ann, { kind: 'take' }, true],
    ['another drafter takes it over', submitted, bob, { kind: 'takeOver' }, true],
    ['its drafter takes it over', submitted, ann, { kind: 'takeOver' }, false],
    ['a reviewer takes it over', submitted, rev, { kind: 'takeOver' }, false],
    ['somebody else gives it away', submitted, bob, { kind: 'assign' }, false],
    ['an override that governance gives nobody here', submitted, rev, { kind: 'override' }, false],
    ['reviewing after the fact what nothing let through', merged, rev, { kind: 'ratify' }, false],
  ];
  it.each(cases)('%s', (_, draft, who, wish, may) => {
    const permission = mayAct(draft, who, wish);
    expect(permission.kind).toBe(may ? 'allowed' : 'refused');
    if (permission.kind === 'refused') expect(permission.reason).not.toBe('');
  });
});

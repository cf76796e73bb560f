// Two people at least, whatever accounts, roles and drafts they go through.
import { describe, expect, it } from 'vitest';
import { foldDraft, mayAct, type DraftCommit, type FoldContext, type Person, type Role } from './index.ts';
import {
  ann,
  approve,
  bob,
  commit,
  context,
  create,
  edit,
  files,
  judged,
  law,
  person,
  rev,
  submit,
} from './testDraft.ts';

const fold = (commits: DraftCommit[], more: Partial<FoldContext> = {}) =>
  foldDraft(commits, { ...context, ...more });
const isApproved = (commits: DraftCommit[], more: Partial<FoldContext> = {}) =>
  fold(commits, more).state.kind === 'approved';
const suggest = (who: Person) =>
  commit(who, { kind: 'suggest', file: '000000/a.yaml', path: ['limits'], value: 8, was: 15 });

const roles = (held: Record<string, Role[]>) => (subject: string) => held[subject] ?? [];

const subjectOf = (one: string) => one.replace(/^oidc:/, '');

const override = (who: Person) =>
  commit(who, {
    kind: 'override',
    reason: '汛期抢险，当日须公布',
    risk: 'legal',
    files,
    judged,
    owed: [{ role: 'reviewer' }, { role: 'legal' }],
  });

const ratify = (who: Person, role: Role, upheld = true) =>
  commit(who, { kind: 'ratify', role, upheld, text: '核过' });

describe('who signs has written nothing of it', () => {
  const suggested = suggest(rev);
  const everybody = { rev: ['reviewer'], law: ['legal'], bob: ['drafter', 'reviewer'] } satisfies Record<
    string,
    Role[]
  >;
  /** Who signs as reviewer in each case, which would be the first of two signatures. */
  const cases: [string, DraftCommit[], Person, Partial<FoldContext>?][] = [
    ['a co-editor', [create(ann), edit(ann), edit(bob), submit(ann)], bob],
    [
      'whoever took it over',
      [create(ann), edit(ann), commit(bob, { kind: 'takeOver', reason: '休假' }), submit(bob)],
      bob,
    ],
    [
      'whom it was given to, who wrote nothing yet',
      [create(ann), edit(ann), commit(ann, { kind: 'assign', to: bob, reason: '' }), submit(ann)],
      bob,
    ],
    ['the first author of a draft since rewritten', [create(bob), edit(bob), edit(ann), submit(ann)], bob],
    [
      'who wrote the same text in a draft that was withdrawn',
      [create(ann), edit(ann), submit(ann)],
      rev,
      { wroteElsewhere: ['rev'] },
    ],
    [
      'a reviewer who brought it up to date',
      [create(ann), edit(ann), commit(rev, { kind: 'comment', text: '已按现行目录更新' }, true), submit(ann)],
      rev,
    ],
    [
      'a reviewer whose suggestion was taken',
      [create(ann), edit(ann), suggested, commit(ann, { kind: 'take', thread: suggested.oid }), submit(ann)],
      rev,
    ],
    [
      'who had the role when signing and lost it in mid-review',
      [create(ann), edit(ann), submit(ann)],
      rev,
      { rolesNow: roles({ ...everybody, rev: ['drafter'] }) },
    ],
    [
      'who was disabled after signing',
      [create(ann), edit(ann), submit(ann)],
      rev,
      { rolesNow: roles({ law: ['legal'] }) },
    ],
    [
      'the author, come in by another account',
      [create(ann), edit(ann), submit(ann)],
      person('local:ann', 'reviewer'),
      { subjectOf: (one) => one.replace(/^local:ann$/, 'ann') },
    ],
    ['the author in a second session', [create(bob), edit(bob), submit(bob)], { ...bob, name: 'Bob (2)' }],
    ['who has no role any more', [create(ann), edit(ann), submit(ann)], person('rev')],
  ];
  it.each(cases)('not %s', (_, commits, who, more) => {
    const signed = [...commits, approve(who, 'reviewer'), approve(law, 'legal')];
    expect(isApproved(signed, more)).toBe(false);
    expect(fold(signed, more).state).toMatchObject({ kind: 'submitted', missing: [{ role: 'reviewer' }] });
    // The same draft with somebody else's signature goes through, so that nothing but the signer stood in the way.
    const other = person('other', 'reviewer');
    const rolesNow =
      more?.rolesNow && ((one: string) => (one === 'other' ? ['reviewer' as const] : more.rolesNow!(one)));
    expect(
      isApproved([...commits, approve(other, 'reviewer'), approve(law, 'legal')], {
        ...more,
        ...(rolesNow && { rolesNow }),
      }),
    ).toBe(true);
  });

  it('a suggestion that was not taken makes nobody a writer', () => {
    const open = suggest(rev);
    const declined = [
      create(ann),
      edit(ann),
      open,
      commit(ann, { kind: 'decline', thread: open.oid }),
      submit(ann),
    ];
    expect(isApproved([...declined, approve(rev, 'reviewer'), approve(law, 'legal')])).toBe(true);
  });

  it('one person with two accounts gives one signature', () => {
    const twice = [
      create(ann),
      edit(ann),
      submit(ann),
      approve(rev, 'reviewer'),
      approve(person('oidc:rev', 'legal'), 'legal'),
    ];
    expect(isApproved(twice, { subjectOf })).toBe(false);
    expect(isApproved(twice)).toBe(true);
  });
});

describe('an override', () => {
  const chief = person('chief', 'administrator');
  const begun = [create(ann), edit(ann), submit(ann)];

  it('lets it through by one who wrote nothing and may', () => {
    expect(fold([...begun, override(chief)]).state).toMatchObject({
      kind: 'approved',
      override: { person: { subject: 'chief' }, reason: '汛期抢险，当日须公布' },
    });
  });

  it.each([
    [
      'of its author',
      [create({ ...ann, roles: ['drafter', 'administrator'] }), edit(ann), submit(ann)],
      { ...ann, roles: ['administrator' as const] },
    ],
    ['of a co-editor', [create(ann), edit(chief), submit(ann)], chief],
    ['of somebody whom governance does not let', begun, rev],
  ])('does not count %s', (_, commits, who) => {
    expect(isApproved([...commits, override(who)])).toBe(false);
  });

  it('is void once the content changes', () => {
    expect(fold([...begun, override(chief), edit(ann), submit(ann)]).state.kind).toBe('submitted');
    expect(isApproved([...begun, override(chief)], { files: [{ ...files[0]!, blob: 'b2' }] })).toBe(false);
  });

  it('leaves the signatures to be given after the fact, each by somebody else', () => {
    const over = override(chief);
    const merged = { oid: 'm', at: 'x', tip: over.oid };
    // Main has the draft's own text now.
    const now = { files: [{ ...files[0]!, base: 'b1' }], merged };
    const draft = fold([...begun, over], now);
    expect(draft.state).toMatchObject({ kind: 'merged', owed: [{ role: 'reviewer' }, { role: 'legal' }] });
    expect(mayAct(draft, rev, { kind: 'ratify', role: 'reviewer' }).kind).toBe('allowed');
    expect(mayAct(draft, rev, { kind: 'ratify', role: 'legal' }).kind).toBe('refused');
    expect(mayAct(draft, ann, { kind: 'ratify' }).kind).toBe('refused');
    const own = person('chief', 'administrator', 'reviewer');
    expect(mayAct(draft, own, { kind: 'ratify' }).kind).toBe('refused');
    const late = fold(
      [...begun, over, ratify(own, 'reviewer'), ratify(ann, 'legal'), ratify(rev, 'reviewer')],
      now,
    );
    expect(late.state).toMatchObject({
      owed: [{ role: 'legal' }],
      ratified: [{ person: { subject: 'rev' } }],
    });
    const all = fold([...begun, over, ratify(rev, 'reviewer'), ratify(law, 'legal', false)], now);
    expect(all.state).toMatchObject({ owed: [], ratified: [{ upheld: true }, { upheld: false }] });
  });
});

import { describe, expect, it } from 'vitest';
import { foldDraft, type DraftCommit, type FoldContext, type Person } from './index.ts';
import {
  ann,
  approve,
  commit,
  context,
  create,
  edit,
  files,
  judged,
  law,
  person,
  policy,
  rev,
  submit,
} from './testDraft.ts';

const stateOf = (commits: DraftCommit[], more: Partial<FoldContext> = {}) =>
  foldDraft(commits, { ...context, ...more }).state;
const signed = () => [create(ann), edit(ann), submit(ann), approve(rev, 'reviewer'), approve(law, 'legal')];
const [file] = files;

const reformat = (who: Person, from = 'b1', sameValues = true): DraftCommit => ({
  ...commit(who, { kind: 'reformat', files: [{ path: '000000/a.yaml', from, to: 'b2' }] }),
  sameValues,
});
const of = (who: string, role: 'reviewer' | 'legal', ...agencies: string[]): Person => ({
  ...person(who, role),
  agencies,
});
const sign = (who: Person, role: 'reviewer' | 'legal', body?: string) =>
  commit(who, {
    kind: 'approve',
    role,
    ...(body !== undefined && { of: body }),
    risk: 'legal',
    files,
    judged,
  });
const begun = (joint?: string[]) => [create(ann), edit(ann), submit(ann, 'legal', joint)];

describe('an approval counts while all that it was given for stands', () => {
  const cases: [string, Partial<FoldContext>, boolean][] = [
    ['nothing changed', {}, true],
    ['one byte of the draft', { files: [{ ...file!, blob: 'b2' }] }, false],
    ['what it replaces on main', { files: [{ ...file!, base: 'b9' }] }, false],
    ['one file more', { files: [file!, { path: '000000/b.yaml', blob: 'x', base: null }] }, false],
    ['no file', { files: [] }, false],
    ['the schemas', { judged: { ...judged, schema: 's2' } }, false],
    ['the signatures that it takes', { judged: { ...judged, policy: 'p2' } }, false],
  ];
  it.each(cases)('%s', (_, more, counts) => {
    expect(stateOf(signed(), more).kind).toBe(counts ? 'approved' : 'submitted');
  });
});

describe('writing a file anew', () => {
  const now = { files: [{ ...file!, blob: 'b2' }] };

  it('keeps the approvals of the same values', () => {
    expect(stateOf([...signed(), reformat(ann)], now).kind).toBe('approved');
  });
  it('voids them where the tree says that a value changed', () => {
    expect(stateOf([...signed(), reformat(ann, 'b1', false)], now).kind).toBe('editing');
  });
  it('does not carry them to another text', () => {
    expect(stateOf([...signed(), reformat(ann, 'b7')], now).kind).toBe('submitted');
    expect(stateOf([...signed(), reformat(ann)], { files: [{ ...file!, blob: 'b3' }] }).kind).toBe(
      'submitted',
    );
  });
  it('makes its writer one who cannot have signed', () => {
    const { state } = foldDraft([...signed(), reformat(rev)], { ...context, ...now });
    expect(state).toMatchObject({ kind: 'submitted', missing: [{ role: 'reviewer' }] });
  });
  it('is for any number of times', () => {
    const again = commit(ann, { kind: 'reformat', files: [{ path: '000000/a.yaml', from: 'b2', to: 'b3' }] });
    const commits = [...signed(), reformat(ann), { ...again, sameValues: true }];
    expect(stateOf(commits, { files: [{ ...file!, blob: 'b3' }] }).kind).toBe('approved');
  });
});

describe('signatures of a body', () => {
  const upper: FoldContext['policy'] = {
    ...policy,
    legal: [{ role: 'reviewer' }, { role: 'legal', of: 'upper-bureau' }],
  };

  it('a bureau of two has its second signature from the body that governance names', () => {
    const first = [...begun(), sign(rev, 'reviewer')];
    expect(stateOf([...first, sign(law, 'legal')], { policy: upper }).kind).toBe('submitted');
    const claimed = sign(law, 'legal', 'upper-bureau');
    expect(stateOf([...first, claimed], { policy: upper }).kind).toBe('submitted');
    const theirs = sign(of('up', 'legal', 'upper-bureau'), 'legal', 'upper-bureau');
    expect(stateOf([...first, theirs], { policy: upper }).kind).toBe('approved');
  });

  it('each joint body countersigns, one person for one body', () => {
    const all = [...begun(['police', 'water']), sign(rev, 'reviewer'), sign(law, 'legal')];
    expect(stateOf(all)).toMatchObject({
      kind: 'submitted',
      missing: [
        { of: 'police', joint: true },
        { of: 'water', joint: true },
      ],
    });
    const two = of('two', 'reviewer', 'police', 'water');
    const half = [...all, sign(two, 'reviewer', 'police'), sign(two, 'reviewer', 'water')];
    expect(stateOf(half)).toMatchObject({ kind: 'submitted', missing: [{ of: 'water' }] });
    expect(stateOf([...half, sign(of('w', 'reviewer', 'water'), 'reviewer', 'water')]).kind).toBe('approved');
  });

  it('two of one role are two people', () => {
    const pair: FoldContext['policy'] = { ...policy, plain: [{ role: 'reviewer' }, { role: 'reviewer' }] };
    const plain = [create(ann), edit(ann), submit(ann, 'plain'), approve(rev, 'reviewer')];
    expect(stateOf([...plain, approve(rev, 'reviewer')], { policy: pair }).kind).toBe('submitted');
    expect(stateOf([...plain, approve(person('r2', 'reviewer'), 'reviewer')], { policy: pair }).kind).toBe(
      'approved',
    );
  });
});

it('a draft that main has taken in keeps its signatures, whatever the rules are now', () => {
  const commits = signed();
  const merged = { oid: 'm', at: 'x', tip: commits.at(-1)!.oid };
  const now = { files: [{ ...file!, base: 'b1' }], judged: { schema: 's9', policy: 'p9' }, merged };
  expect(stateOf(commits, now)).toMatchObject({
    kind: 'merged',
    signatures: [{ person: { subject: 'rev' } }, { person: { subject: 'law' } }],
    owed: [],
  });
});

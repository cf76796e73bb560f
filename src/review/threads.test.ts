import { describe, expect, it } from 'vitest';
import { foldThreads } from './threads.ts';
import { ann, commit, create, edit, law, rev } from './testDraft.ts';

const file = '000000/a.yaml';
const path = ['materials', 'list', 'id-card', 'copies'];

describe('threads', () => {
  it('hold a comment and its answers, settled and raised again', () => {
    const said = commit(rev, { kind: 'comment', text: '份数有依据吗', file, path });
    const answer = commit(ann, { kind: 'comment', text: '已补依据', thread: said.oid });
    const other = commit(law, { kind: 'comment', text: '整份再看' });
    const settled = commit(rev, { kind: 'resolve', thread: said.oid });
    const raised = commit(law, { kind: 'reopen', thread: said.oid });
    const begun = [create(ann), edit(ann), said, answer, other];
    expect(foldThreads(begun)).toMatchObject([
      { id: said.oid, file, path, state: 'open', posts: [{ text: '份数有依据吗' }, { text: '已补依据' }] },
      { id: other.oid, state: 'open', posts: [{ person: { subject: 'law' } }] },
    ]);
    expect(foldThreads([...begun, settled])[0]).toMatchObject({
      state: 'resolved',
      resolvedBy: { subject: 'rev' },
    });
    expect(foldThreads([...begun, settled, raised])[0]).not.toHaveProperty('resolvedBy');
  });

  it('say whether the text was changed after they were begun', () => {
    const said = commit(rev, { kind: 'comment', text: '？', file });
    const later = commit(rev, { kind: 'comment', text: '好', file });
    const threads = foldThreads([create(ann), said, edit(ann), later]);
    expect(threads.map(({ isBefore }) => isBefore)).toEqual([true, false]);
  });

  it('go with their file where it is named anew', () => {
    const said = commit(rev, { kind: 'comment', text: '？', file, path });
    const rename = commit(ann, { kind: 'rename', file, to: '000000/b.yaml', reason: '改名' });
    expect(foldThreads([create(ann), said, rename])[0]).toMatchObject({ file: '000000/b.yaml', path });
  });

  it('go with their element where it gets another id, and no other does', () => {
    const on = (...steps: string[]) => commit(rev, { kind: 'comment', text: '？', file, path: steps });
    const said = [on(...path), on('materials', 'list', 'photo'), on('materials')];
    const renamed = [{ file, path: ['materials', 'list', 'id-card'], to: 'identity' }];
    const change = commit(ann, { kind: 'edit', files: [file], renamed });
    expect(foldThreads([create(ann), ...said, change]).map((thread) => thread.path)).toEqual([
      ['materials', 'list', 'identity', 'copies'],
      ['materials', 'list', 'photo'],
      ['materials'],
    ]);
  });

  it('of a suggestion are settled by who takes or declines it, once', () => {
    const said = commit(rev, { kind: 'suggest', file, path, value: 1, was: 2, text: '一份够了' });
    const take = commit(ann, { kind: 'take', thread: said.oid });
    const decline = commit(ann, { kind: 'decline', thread: said.oid });
    const of = (...after: (typeof take)[]) => foldThreads([create(ann), said, ...after])[0];
    expect(of()).toMatchObject({ state: 'open', suggestion: { value: 1, was: 2, state: 'open' } });
    expect(of(take)).toMatchObject({
      state: 'resolved',
      suggestion: { state: 'taken', by: { subject: 'ann' } },
    });
    expect(of(decline, take)).toMatchObject({ suggestion: { state: 'declined' } });
  });

  it('are not begun by an act that answers to nothing', () => {
    const acts = [
      commit(rev, { kind: 'resolve', thread: 'none' }),
      commit(rev, { kind: 'reopen', thread: 'none' }),
      commit(ann, { kind: 'take', thread: 'none' }),
    ];
    expect(foldThreads([create(ann), ...acts])).toEqual([]);
  });
});

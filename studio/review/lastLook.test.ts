import { expect, it } from 'vitest';
import type { ActView } from '../../src/api/index.ts';
import { lastAct, lastLook } from './lastLook.ts';
import { storageStub } from '../../tests/storageStub.ts';

const act = (subject: string, commit: string) =>
  ({ kind: 'comment', person: { subject, name: '', roles: [] }, at: '', commit }) satisfies ActView;

const storage = storageStub();

it('knows what each person saw last of each draft', () => {
  lastLook.keep('rev', 'A', 'c1');
  lastLook.keep('rev', 'B', 'c2');
  lastLook.keep('rev', 'A', 'c3');
  expect([lastLook.of('rev', 'A'), lastLook.of('rev', 'B'), lastLook.of('law', 'A')]).toEqual([
    'c3',
    'c2',
    undefined,
  ]);
});

it('forgets the oldest, and what something else has written', () => {
  for (let i = 0; i < 301; i++) lastLook.keep('rev', `D${i}`, 'c');
  expect([lastLook.of('rev', 'D0'), lastLook.of('rev', 'D1')]).toEqual([undefined, 'c']);
  for (const strange of ['{', '3', '[[1, 2], "x"]']) {
    storage.kept.set('guicheng.looks.rev', strange);
    expect(lastLook.of('rev', 'A')).toBeUndefined();
  }
});

it('takes the last act of somebody for a look', () => {
  const acts = [act('ann', 'c1'), act('rev', 'c2'), act('rev', 'c3'), act('ann', 'c4')];
  expect([lastAct(acts, 'rev'), lastAct(acts, 'law')]).toEqual(['c3', undefined]);
});

import { expect, it } from 'vitest';
import { seenFiles, seenState, ticked } from './seenFiles.ts';
import { storageStub } from '../../tests/storageStub.ts';

const file = (compared: string) => ({ path: '511502/a.yaml', compared });

const storage = storageStub();

it('holds for the contents that were compared and no others', () => {
  const seen = ticked({}, file('1..2'), true);
  expect(seenState(seen, file('1..2'))).toBe('seen');
  // Written again, or over another text of the catalogue.
  expect(seenState(seen, file('1..3'))).toBe('changed');
  expect(seenState(seen, file('4..2'))).toBe('changed');
  expect(seenState(ticked(seen, file('1..2'), false), file('1..2'))).toBe('unseen');
});

it('is kept for each person and draft', () => {
  seenFiles.keep('rev', 'A', ticked({}, file('1..2'), true));
  expect(seenFiles.of('rev', 'A')).toEqual({ '511502/a.yaml': '1..2' });
  expect([seenFiles.of('rev', 'B'), seenFiles.of('law', 'A')]).toEqual([{}, {}]);
  storage.kept.set('guicheng.seen.rev', '[["A", {"x": 3}]]');
  expect(seenFiles.of('rev', 'A')).toEqual({});
});

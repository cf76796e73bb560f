import { describe, expect, it } from 'vitest';
import type { ActView, Person, ReviewView, ThreadView } from '../../src/api/index.ts';
import type { Change } from '../../src/diff/types.ts';
import type { Path } from '../../src/model/path.ts';
import { groupActs } from './groupActs.ts';
import { placeKey, placeThreads } from './placeThreads.ts';

const ann: Person = { subject: 'ann', name: 'Ann', roles: ['drafter'] };
const bob: Person = { subject: 'bob', name: 'Bob', roles: ['drafter'] };
let clock = 0;
const act = (kind: ActView['kind'], person = ann, more: Partial<ActView> = {}): ActView => {
  clock += 1;
  return {
    kind,
    person,
    at: `2026-01-01T00:00:${String(clock % 60).padStart(2, '0')}Z`,
    commit: `c${clock}`,
    ...more,
  };
};

describe('groupActs', () => {
  it('tells savings in a row by one person as one, the last', () => {
    const acts = [
      act('create'),
      act('edit'),
      act('edit'),
      act('edit', bob),
      act('comment'),
      act('edit', bob),
      act('submit'),
      act('submit'),
    ];
    expect(groupActs(acts)).toEqual([
      { act: acts[0], count: 1 },
      { act: acts[2], count: 2 },
      { act: acts[3], count: 1 },
      { act: acts[4], count: 1 },
      { act: acts[5], count: 1 },
      { act: acts[6], count: 1 },
      { act: acts[7], count: 1 },
    ]);
  });
});

describe('placeThreads', () => {
  const words = { zh: '', en: '' };
  const change = (path: Path): Change => ({
    kind: 'changed',
    path,
    risk: 'plain',
    effect: 'neutral',
    field: words,
    words,
  });
  const files: ReviewView['files'] = [
    {
      path: '000000/a.yaml',
      did: 'changed',
      compared: '1..2',
      name: 'a',
      division: '000000',
      changes: [change(['limits', 'promised']), change(['materials', 'list', 'a/b', 'copies'])],
      textDiff: '',
    },
  ];
  const thread = (about: Pick<ThreadView, 'file' | 'path'>): ThreadView => ({
    id: 'c1',
    by: bob,
    posts: [],
    state: 'open',
    isBefore: false,
    maySettle: { kind: 'allowed' },
    ...about,
  });
  const cases: [string, Pick<ThreadView, 'file' | 'path'>, string | undefined][] = [
    ['of the draft', {}, undefined],
    ['of a file', { file: '000000/a.yaml' }, placeKey('000000/a.yaml')],
    [
      'of a changed field',
      { file: '000000/a.yaml', path: ['limits', 'promised'] },
      '000000/a.yaml#/limits/promised',
    ],
    [
      'of a part of a changed field',
      { file: '000000/a.yaml', path: ['limits', 'promised', 'value'] },
      '000000/a.yaml#/limits/promised',
    ],
    [
      'of a field in an element whose id has a slash',
      { file: '000000/a.yaml', path: ['materials', 'list', 'a/b', 'copies'] },
      '000000/a.yaml#/materials/list/a~1b/copies',
    ],
    ['of a field that differs no more', { file: '000000/a.yaml', path: ['fees'] }, placeKey('000000/a.yaml')],
    ['of a file that differs no more', { file: '000000/b.yaml', path: ['fees'] }, undefined],
  ];
  it.each(cases)('%s', (_, about, key) => {
    const one = thread(about);
    const placed = placeThreads([one], files);
    expect(placed.general).toEqual(key === undefined ? [one] : []);
    expect([...placed.at]).toEqual(key === undefined ? [] : [[key, [one]]]);
  });
});

import { describe, expect, it } from 'vitest';
import { nextPath, readAt } from './fileWalk.ts';

describe('the next file', () => {
  const all = ['a', 'b', 'c', 'd'];
  it.each([
    ['the first from the top', all, undefined, 1, 'a'],
    ['nothing before the top', all, undefined, -1, undefined],
    ['the one after', all, 'b', 1, 'c'],
    ['the one before', all, 'b', -1, 'a'],
    ['nothing after the last', all, 'd', 1, undefined],
    ['over what is hidden', ['a', 'd'], 'a', 1, 'd'],
    ['on from what was just hidden', ['a', 'd'], 'c', 1, 'd'],
    ['back from what was just hidden', ['a', 'd'], 'c', -1, 'a'],
  ] as const)('is %s', (_name, shown, current, by, expected) => {
    expect(nextPath(all, shown, { current, by })).toBe(expected);
  });
});

it('reads the last file that has begun', () => {
  const tops = [
    { path: 'a', top: -900 },
    { path: 'b', top: 40 },
    { path: 'c', top: 700 },
  ];
  expect([readAt(tops, 120), readAt(tops, -1000)]).toEqual(['b', undefined]);
});

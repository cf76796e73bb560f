import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft, Step } from '../model/item.ts';
import { criticalPath } from './criticalPath.ts';
import { weekParts } from './weekParts.ts';
import type { DayUnit } from './dueDate.ts';

const days = (value: number, unit: DayUnit = 'working-days') => ({ value, unit });

test('the longest of parallel branches decides', () => {
  const path = criticalPath([
    { id: 'accept', days: days(1) },
    { id: 'papers', after: ['accept'], days: days(5) },
    { id: 'site', after: ['accept'], days: days(7) },
    { id: 'decide', after: ['papers', 'site'], days: days(2) },
  ]);
  expect(path).toEqual({
    kind: 'path',
    ids: ['accept', 'site', 'decide'],
    days: 10,
    excludedDays: 0,
    unit: 'working-days',
    converted: [],
    undated: [],
  });
});

test('an excluded step does not count against the limit', () => {
  const path = criticalPath([
    { id: 'accept', days: days(1) },
    { id: 'experts', after: ['accept'], days: days(30), excluded: true },
    { id: 'decide', after: ['experts'], days: days(4) },
  ]);
  expect(path).toMatchObject({ ids: ['accept', 'experts', 'decide'], days: 5, excludedDays: 30 });
});

test('a branch that counts beats a longer excluded one; among equals the excluded one tells', () => {
  const branches = (papers: number): Draft<Step>[] => [
    { id: 'papers', days: days(papers) },
    { id: 'testing', days: days(40), excluded: true },
    { id: 'decide', after: ['papers', 'testing'], days: days(2) },
  ];
  expect(criticalPath(branches(3))).toMatchObject({ ids: ['papers', 'decide'], days: 5, excludedDays: 0 });
  expect(criticalPath(branches(0))).toMatchObject({ ids: ['testing', 'decide'], days: 2, excludedDays: 40 });
});

test('a cycle is told, not walked', () => {
  expect(
    criticalPath([
      { id: 'a', after: ['b'] },
      { id: 'b', after: ['a'] },
    ]),
  ).toEqual({
    kind: 'cycle',
    ids: ['b', 'a'],
  });
});

test('steps that state no period count as none and are named', () => {
  const path = criticalPath([
    { id: 'a', days: days(3) },
    { id: 'b', after: ['a'] },
    { id: 'c', after: ['b'], days: { value: -1, unit: 'working-days' } },
  ]);
  expect(path).toMatchObject({ days: 3, undated: ['b', 'c'] });
});

test('without steps there is no path', () => {
  expect(criticalPath(undefined)).toMatchObject({ kind: 'path', ids: [], days: 0 });
});

test.each([
  { unit: 'working-days', days: 15, converted: ['notice'] },
  { unit: 'calendar-days', days: 21, converted: ['review'] },
] as const)('in $unit, what is in the other unit is converted by the week and named', (expected) => {
  const steps = [
    { id: 'review', days: days(10) },
    { id: 'notice', after: ['review'], days: days(7, 'calendar-days') },
  ];
  const limits = { promised: { value: 30, unit: expected.unit } };
  expect(criticalPath(steps, limits)).toMatchObject(expected);
});

test('what is converted is rounded up once, at the end', () => {
  const steps = ['a', 'b', 'c'].map((id, i, ids) => ({
    id,
    days: days(1, 'calendar-days'),
    ...(i > 0 && { after: [ids[i - 1]!] }),
  }));
  expect(criticalPath(steps)).toMatchObject({ days: 3, converted: ['a', 'b', 'c'] }); // 15/7
});

test('the unit is the promised limit’s, else the statutory one’s', () => {
  const statutory = days(20, 'calendar-days');
  expect(criticalPath([], { statutory })).toMatchObject({ unit: 'calendar-days' });
  expect(criticalPath([], { statutory, promised: days(5) })).toMatchObject({ unit: 'working-days' });
});

test('5 working days are as long as 7 calendar days', () => {
  expect(weekParts(days(5))).toBe(weekParts(days(7, 'calendar-days')));
});

test('is the longest of all chains', () => {
  const anySteps = fc.array(
    fc.record({
      days: fc.nat(9),
      excluded: fc.boolean(),
      after: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(anySteps, (written) => {
      const steps = written.map((step, i) => ({
        id: `s${i}`,
        days: days(step.days),
        excluded: step.excluded,
        after: step.after.filter((n) => n < i).map((n) => `s${n}`),
      }));
      const longestFrom = (id: string): number => {
        const step = steps.find((one) => one.id === id)!;
        const next = steps.filter((one) => one.after.includes(id)).map((one) => longestFrom(one.id));
        return (step.excluded ? 0 : step.days.value) + Math.max(0, ...next);
      };
      const longest = Math.max(0, ...steps.map((step) => longestFrom(step.id)));
      expect(criticalPath(steps)).toMatchObject({ kind: 'path', days: longest });
    }),
  );
});

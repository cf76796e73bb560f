import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../catalogue/source.ts';
import type { CalendarFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { dueDate, workingDaysBetween } from './dueDate.ts';

/** The State Council's arrangements of some years; 2027 is not published. */
const calendar: CalendarFile = {
  id: 'cn',
  name: '国务院放假安排',
  years: [
    year(
      2020,
      '01-01 01-24 01-25 01-26 01-27 01-28 01-29 01-30 01-31 02-01 02-02 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-25 06-26 06-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08',
      '01-19 02-03 04-26 05-09 06-28 09-27 10-10',
    ),
    year(
      2024,
      '01-01 02-10 02-11 02-12 02-13 02-14 02-15 02-16 02-17 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-10 09-15 09-16 09-17 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
      '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
    ),
    year(
      2025,
      '01-01 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 05-31 06-01 06-02 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08',
      '01-26 02-08 04-27 09-28 10-11',
    ),
    year(
      2026,
      '01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
      '01-04 02-14 02-28 05-09 09-20 10-10',
    ),
    { year: 2027, status: 'unpublished' },
  ],
};

function year(year: number, holidays: string, workdays: string): CalendarFile['years'][number] {
  const dates = (days: string) => days.split(' ').map((day) => `${year}-${day}`);
  return { year, status: 'published', holidays: dates(holidays), workdays: dates(workdays) };
}

const due = (from: string, days: number, unit: 'working-days' | 'calendar-days' = 'working-days') =>
  dueDate({ from, days, unit, calendar });

/** The calendar of the sample catalogue, which must come to the same. */
function sampleCalendar(): Draft<CalendarFile> {
  const file = new URL('../../items/calendars/cn.yaml', import.meta.url);
  const read = readSource('calendars/cn.yaml', readFileSync(file));
  if (read.kind !== 'source') throw new Error('The sample calendar cannot be read');
  return read.source.value as Draft<CalendarFile>;
}

test.each([
  ['2025-01-20', 20, '2025-02-21'],
  ['2025-09-28', 20, '2025-10-31'],
  ['2026-02-10', 5, '2026-02-24'],
  ['2024-09-13', 5, '2024-09-23'],
  ['2026-09-20', 45, '2026-11-27'],
  ['2020-01-20', 20, '2020-02-25'],
])('%s and %i working days end on %s', (from, days, date) => {
  const expected = { kind: 'due', date, assumedYears: [] };
  expect(due(from, days)).toMatchObject(expected);
  const sample = dueDate({ from, days, unit: 'working-days', calendar: sampleCalendar() });
  expect(sample).toMatchObject(expected);
});

test('says which free days it passed over and which weekend days were worked', () => {
  expect(due('2024-09-13', 5)).toEqual({
    kind: 'due',
    date: '2024-09-23',
    assumedYears: [],
    holidays: ['2024-09-15', '2024-09-16', '2024-09-17'],
    makeUpDays: ['2024-09-14'],
  });
});

test.each([
  ['2026-12-30', 5, '2027-01-06', [2027]],
  ['2026-12-31', 1, '2027-01-01', [2027]],
  ['2026-12-30', 1, '2026-12-31', []],
  ['2027-12-30', 3, '2028-01-04', [2027, 2028]],
])('%s and %i working days: years reckoned by weekends are named', (from, days, date, assumedYears) => {
  expect(due(from, days)).toMatchObject({ date, assumedYears });
});

test('without a calendar every year is reckoned by weekends', () => {
  expect(dueDate({ from: '2025-01-20', days: 20, unit: 'working-days', calendar: undefined })).toMatchObject({
    date: '2025-02-17',
    assumedYears: [2025],
  });
});

test('a holiday counts in whichever year it is listed', () => {
  const years = [
    { year: 2022, status: 'published' as const },
    { year: 2023, status: 'published' as const, holidays: ['2022-12-30', '2023-01-02'] },
  ];
  expect(dueDate({ from: '2022-12-29', days: 1, unit: 'working-days', calendar: { years } })).toMatchObject({
    date: '2023-01-03',
    assumedYears: [],
  });
});

describe('calendar days', () => {
  test('are all counted', () => {
    expect(due('2025-03-03', 10, 'calendar-days')).toMatchObject({ date: '2025-03-13' });
  });

  test('a last day on a holiday moves on, past the weekend beside it', () => {
    expect(due('2025-01-20', 10, 'calendar-days')).toMatchObject({
      date: '2025-02-05',
      movedFrom: '2025-01-30',
      assumedYears: [],
    });
  });

  test('a last day on a make-up Saturday stays', () => {
    const end = due('2025-02-01', 7, 'calendar-days');
    expect(end).toMatchObject({ date: '2025-02-08' });
    expect(end).not.toHaveProperty('movedFrom');
  });
});

test.each([
  ['2025-03-03', '2025-03-03'],
  ['2025-03-01', '2025-03-03'],
])('0 days from %s end on %s', (from, date) => {
  expect(due(from, 0)).toMatchObject({ date });
});

test.each([
  [{ from: '2025-02-30', days: 5 }, 'date'],
  [{ from: '2025-2-3', days: 5 }, 'date'],
  [{ from: '2025-13-01', days: 5 }, 'date'],
  [{ from: '1899-12-31', days: 5 }, 'date'],
  [{ from: '', days: 5 }, 'date'],
  [{ from: '2025-02-03', days: -1 }, 'days'],
  [{ from: '2025-02-03', days: 2.5 }, 'days'],
  [{ from: '2025-02-03', days: Number.NaN }, 'days'],
  [{ from: '2025-02-03', days: 3651 }, 'days'],
])('%j is refused', ({ from, days }, reason) => {
  const refused = due(from, days);
  expect(refused).toMatchObject({ kind: 'refused', reason });
  expect((refused as { words: unknown }).words).toEqual({
    zh: expect.stringMatching(/。$/),
    en: expect.any(String),
  });
});

test('an unknown unit is refused', () => {
  const unit = 'weeks' as 'working-days'; // a draft may hold any text
  expect(dueDate({ from: '2025-02-03', days: 1, unit, calendar })).toMatchObject({
    kind: 'refused',
    reason: 'unit',
  });
});

test('3,650 working days are still reckoned', () => {
  expect(due('2025-02-03', 3650)).toMatchObject({ kind: 'due' });
});

test('a calendar that is still being written is read as far as it goes', () => {
  const broken = { years: [null, { year: 2025, status: 'published', holidays: 'x', workdays: [7, null] }] };
  expect(
    dueDate({ from: '2025-02-03', days: 1, unit: 'working-days', calendar: broken as never }),
  ).toMatchObject({ date: '2025-02-04' });
});

describe('workingDaysBetween', () => {
  test.each([
    ['2025-01-20', '2025-02-21', 20],
    ['2025-01-20', '2025-02-20', 19],
    ['2025-03-03', '2025-03-03', 0],
    ['2025-03-07', '2025-03-09', 0],
  ])('%s to %s: %i', (from, to, days) => {
    expect(workingDaysBetween(from, to, calendar)).toMatchObject({ kind: 'days', days });
  });

  test.each([
    ['2025-02-30', '2025-03-01', 'date'],
    ['2025-03-01', 'x', 'date'],
    ['2025-03-02', '2025-03-01', 'order'],
  ])('%s to %s is refused', (from, to, reason) => {
    expect(workingDaysBetween(from, to, calendar)).toMatchObject({ kind: 'refused', reason });
  });

  test('is the inverse of dueDate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 1, max: 300 }), (offset, days) => {
        const from = new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);
        const end = due(from, days);
        if (end.kind !== 'due') throw new Error(end.words.en);
        expect(workingDaysBetween(from, end.date, calendar)).toMatchObject({ days });
      }),
    );
  });
});

import { expect, test } from 'vitest';
import { dayNumber, isoDate, weekday, yearOf } from './day.ts';

test('agrees with the runtime on every day of three centuries', () => {
  const first = Date.UTC(1900, 0, 1) / 86_400_000;
  const last = Date.UTC(2199, 11, 31) / 86_400_000;
  const wrong: string[] = [];
  for (let day = first; day <= last; day++) {
    const date = new Date(day * 86_400_000);
    const iso = date.toISOString().slice(0, 10);
    const same =
      isoDate(day) === iso &&
      dayNumber(iso) === day &&
      weekday(day) === (date.getUTCDay() + 6) % 7 &&
      yearOf(day) === date.getUTCFullYear();
    if (!same) wrong.push(iso);
  }
  expect(wrong).toEqual([]);
});

test.each([
  '2025-02-29',
  '1900-02-29',
  '2025-04-31',
  '2025-00-10',
  '2025-01-00',
  '2200-01-01',
  '25-01-01',
  ' 2025-01-01',
])('%j is no date', (text) => {
  expect(dayNumber(text)).toBeUndefined();
});

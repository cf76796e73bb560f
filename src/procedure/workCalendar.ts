import type { CalendarFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { dayNumber, weekday } from './day.ts';
import { elementsOf, stringsOf } from './elements.ts';

/** Which days are worked; days as numbers of `day.ts`. */
export interface WorkCalendar {
  dayKind(day: number): DayKind;
  /** Whether the year's arrangement of holidays is known. */
  published(year: number): boolean;
}

/** `make-up` is a weekend day worked in exchange for a holiday, `holiday` any free day that is arranged. */
export type DayKind = 'workday' | 'make-up' | 'weekend' | 'holiday';

/**
 * The working days that a calendar file arranges. A year that it does not name, or not as published, has
 * Saturdays and Sundays free and nothing else. A date counts wherever it is listed, because an arrangement
 * reaches into its neighbours: the holiday of New Year 2023 began on 2022-12-31.
 */
export function workCalendar(file: Draft<CalendarFile> | undefined): WorkCalendar {
  // A file may hold anything, a number as well.
  if (typeof file !== 'object' || file === null) return made(file);
  let calendar = known.get(file);
  if (calendar === undefined) {
    calendar = made(file);
    known.set(file, calendar);
  }
  return calendar;
}

/** A list reckons with one calendar thousands of times, and twenty years of days are not read in no time. */
const known = new WeakMap<Draft<CalendarFile>, WorkCalendar>();

function made(file: Draft<CalendarFile> | undefined): WorkCalendar {
  const published = elementsOf(file?.years).filter((year) => year.status === 'published');
  const years = new Set(published.map((year) => year.year));
  const holidays = daySet(published.map((year) => year.holidays));
  const workdays = daySet(published.map((year) => year.workdays));
  return {
    published: (year) => years.has(year),
    dayKind: (day) => {
      if (holidays.has(day)) return 'holiday';
      if (weekday(day) < 5) return 'workday';
      return workdays.has(day) ? 'make-up' : 'weekend';
    },
  };
}

function daySet(lists: (string[] | undefined)[]): Set<number> {
  return new Set(lists.flatMap(stringsOf).flatMap((date) => dayNumber(date) ?? []));
}

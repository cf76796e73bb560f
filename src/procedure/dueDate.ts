import type { CalendarFile, Days } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import type { Words } from '../model/schemas.ts';
import { dayNumber, isoDate, yearOf } from './day.ts';
import { workCalendar, type DayKind, type WorkCalendar } from './workCalendar.ts';
import { refusals } from './words.ts';

export type DayUnit = Days['unit'];

/** The longest period that is reckoned, in days of either unit. */
export const longestPeriod = 3650;

export interface Period {
  /** The day on which it begins, `YYYY-MM-DD`; not counted. */
  from: string;
  days: number;
  unit: DayUnit;
  /** Without one, every year is reckoned by weekends. */
  calendar: Draft<CalendarFile> | undefined;
}

export interface Refused {
  kind: 'refused';
  reason: 'date' | 'days' | 'unit' | 'order';
  words: Words;
}

export interface Due {
  kind: 'due';
  date: string;
  /** Years whose holidays are not published and that were reckoned by weekends; ascending. */
  assumedYears: number[];
  /** Days of published holidays that were passed over, and weekend days that were worked and counted. */
  holidays: string[];
  makeUpDays: string[];
  /** The last day as counted, where it was a free day and moved on. */
  movedFrom?: string;
}

/**
 * The last day of a period. The day on which it begins is not counted (Civil Code, Art. 201); of working days
 * only those are counted, make-up workdays among them; a last day that is free moves on to the next working day
 * (Art. 203). Of 0 days, the day itself, moved on where it is free. At most 3,650 days.
 */
export function dueDate({ from, days, unit, calendar }: Period): Due | Refused {
  const first = dayNumber(from);
  if (first === undefined) return refusals.date(from);
  if (!Number.isInteger(days) || days < 0 || days > longestPeriod) return refusals.days(days);
  const walk = new Walk(workCalendar(calendar));
  let day = first;
  let movedFrom: number | undefined;
  if (unit === 'working-days') for (let left = days; left > 0;) left -= walk.counts(++day) ? 1 : 0;
  else if (unit === 'calendar-days') day += days;
  else return refusals.unit(unit);
  if (unit === 'calendar-days' || days === 0) {
    const counted = day;
    while (!walk.counts(day)) day++;
    if (day !== counted) movedFrom = counted;
  }
  return {
    kind: 'due',
    date: isoDate(day),
    ...walk.seen(),
    ...(movedFrom !== undefined && { movedFrom: isoDate(movedFrom) }),
  };
}

export interface WorkingDays {
  kind: 'days';
  days: number;
  assumedYears: number[];
  holidays: string[];
  makeUpDays: string[];
}

/**
 * How many working days lie after `from` up to and with `to` (`YYYY-MM-DD` both): what {@link dueDate} takes to
 * come from the one to the other.
 */
export function workingDaysBetween(
  from: string,
  to: string,
  calendar: Draft<CalendarFile> | undefined,
): WorkingDays | Refused {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (first === undefined) return refusals.date(from);
  if (last === undefined) return refusals.date(to);
  if (last < first) return refusals.order(from, to);
  const walk = new Walk(workCalendar(calendar));
  let days = 0;
  for (let day = first + 1; day <= last; day++) if (walk.counts(day)) days++;
  return { kind: 'days', days, ...walk.seen() };
}

/** Looks at days one by one and remembers what the reader should be told of them. */
class Walk {
  private readonly assumed = new Set<number>();
  private readonly passed: Record<'holiday' | 'make-up', number[]> = { holiday: [], 'make-up': [] };

  constructor(private readonly calendar: WorkCalendar) {}

  /** Whether `day` is worked. */
  counts(day: number): boolean {
    const year = yearOf(day);
    if (!this.calendar.published(year)) this.assumed.add(year);
    const kind: DayKind = this.calendar.dayKind(day);
    if (kind === 'holiday' || kind === 'make-up') this.passed[kind].push(day);
    return kind === 'workday' || kind === 'make-up';
  }

  seen(): { assumedYears: number[]; holidays: string[]; makeUpDays: string[] } {
    return {
      assumedYears: [...this.assumed].sort((a, b) => a - b),
      holidays: this.passed.holiday.map(isoDate),
      makeUpDays: this.passed['make-up'].map(isoDate),
    };
  }
}

import type { CalendarFile, Days } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { dayNumber, isoDate } from '../procedure/day.ts';
import { workCalendar } from '../procedure/workCalendar.ts';

/** What a reminder of renewal has to know of a guide. */
export interface Renewal {
  /** What runs out. */
  licence: string;
  /** How long before its end one has to apply. */
  before: Days;
  validity: { value: number; unit: 'days' | 'months' | 'years' };
  /** The day from which the example in the file is reckoned: that on which the procedure came into force. */
  from: string;
  /** Names the event, wherever it is made. */
  uid: string;
}

export interface ReminderOptions {
  /** The last day of the licence, YYYY-MM-DD. Without it, that of one issued on `from`: the reader moves the event. */
  expires?: string;
  /** Address of the guide. */
  page?: string | undefined;
  calendar: Draft<CalendarFile> | undefined;
}

/**
 * A calendar file (RFC 5545) with one event: the last day on which renewal can be applied for, with an alarm a month
 * ahead. `undefined` where `expires` is no date.
 */
export function calendarFile(
  { licence, before, validity, from, uid }: Renewal,
  { expires, page, calendar }: ReminderOptions,
): string | undefined {
  const end = expires ?? endOf(from, validity);
  const last = dayNumber(end);
  if (last === undefined) return undefined;
  const day = isoDate(backFrom(last, before, calendar));
  const ahead = `${before.value} ${before.unit === 'working-days' ? '个工作日' : '日'}`;
  const moved =
    expires === undefined
      ? `日期是假定 ${from} 发证算出的：请改成您证上的届满日往前 ${ahead}。`
      : `您的证到 ${end} 届满。`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guicheng//Guide//ZH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(from)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `SUMMARY:${text(`最迟今天申请延续：${licence}`)}`,
    `DESCRIPTION:${text(`${licence}要在届满前 ${ahead}申请延续。${moved}`)}`,
    ...(page === undefined ? [] : [`URL:${page}`]),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P30D',
    `DESCRIPTION:${text(`${licence}快到期了`)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** The day before the same day `validity` later: a licence of five years from 1 March ends on the last of February. */
function endOf(from: string, { value, unit }: Renewal['validity']): string {
  const date = new Date(`${from}T00:00:00Z`);
  if (unit === 'years') date.setUTCFullYear(date.getUTCFullYear() + value);
  else if (unit === 'months') date.setUTCMonth(date.getUTCMonth() + value);
  else date.setUTCDate(date.getUTCDate() + value);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** `before` ahead of day `last`; of working days those that a calendar knows, weekends in years that it does not. */
function backFrom(last: number, { value, unit }: Days, calendar: ReminderOptions['calendar']): number {
  if (unit === 'calendar-days') return last - value;
  const days = workCalendar(calendar);
  let day = last;
  for (let left = value; left > 0;) {
    const kind = days.dayKind(--day);
    if (kind === 'workday' || kind === 'make-up') left--;
  }
  return day;
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

function text(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Lines of at most 75 octets, the rest on lines that begin with a space; never within a character. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0)!;
    const size = code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

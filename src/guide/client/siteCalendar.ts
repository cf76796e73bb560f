import type { CalendarFile } from '../../model/generated/schemas.ts';
import type { Words } from '../../model/schemas.ts';

declare global {
  /** The years of the site's calendar, put before the script: pages from a folder cannot ask for a file. */
  var guichengCalendar: CalendarFile | undefined;
}

/** The calendar by which the site reckons. */
export function siteCalendar(): CalendarFile | undefined {
  return globalThis.guichengCalendar;
}

/** Today where the reader is, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A field for a day with its label, ready to be put into a page; it is not there without the script. */
export function dayField({ zh, en }: Words, value: string, changed: (day: string) => void): HTMLElement {
  const field = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'date';
  input.value = value;
  input.addEventListener('input', () => changed(input.value));
  const english = document.createElement('span');
  english.lang = 'en';
  english.textContent = en;
  field.append(`${zh} `, english, input);
  return field;
}

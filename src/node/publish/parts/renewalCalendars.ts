import { calendarFile, renewalPath } from '../../../guide/index.ts';
import type { GuidePart } from './sitePart.ts';

/** A calendar file for each guide whose licence ends and can be renewed. */
export const renewalCalendars: GuidePart = {
  kind: 'guide',
  name: 'reminders',
  files: ({ view: { renewal }, address }, { lookups, baseUrl }) => {
    if (renewal === undefined) return [];
    const page = baseUrl === undefined ? undefined : `${baseUrl}/${address.path}`;
    const text = calendarFile(renewal, { page, calendar: lookups.calendar() });
    return text === undefined ? [] : [{ path: renewalPath(address.path), make: () => text }];
  },
};

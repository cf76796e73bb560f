import { dayOf } from '../../model/dayOf.ts';

/** The day of `now` where this machine stands, as YYYY-MM-DD: for which a site is made when none is named. */
export function today(now = new Date()): string {
  return dayOf(now);
}

import type { ReviewWait } from '../../../api/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import { dueDate, workingDaysBetween } from '../../../procedure/index.ts';
import type { DraftState } from '../../../review/index.ts';

/** How long a draft under review has waited on the day `today`, and till when it should be reviewed. */
export function reviewWait(
  state: DraftState,
  { governance, lookups }: Catalogue,
  today: string,
): ReviewWait | undefined {
  if (state.kind !== 'submitted') return undefined;
  const from = dayOf(new Date(state.at));
  const calendar = lookups.calendar();
  const waited = workingDaysBetween(from, today, calendar);
  // Of a clock that went back since it was submitted.
  const days = waited.kind === 'days' ? waited.days : 0;
  const limit = governance?.value.reviewDays?.[state.risk];
  if (limit === undefined) return { days, isLate: false };
  const due = dueDate({ from, days: limit, unit: 'working-days', calendar });
  return {
    days,
    limit,
    ...(due.kind === 'due' && { due: due.date }),
    isLate: due.kind === 'due' && today > due.date,
  };
}

import { dayNumber } from '../../src/procedure/index.ts';
import type { ReportSubject } from '../../src/report/index.ts';

/** A provisional item on a line of time: days left from today (negative when past), and where it stands from 0 to 1. */
export interface End {
  subject: ReportSubject;
  days?: number;
  at?: number;
}

/** Half a year before today and a year after it are always on the line, so that one end does not look like two. */
const [before, after] = [183, 365];

/** Provisional items on one line; those without a day have no place on it. `today` is where today stands. */
export function endsOnLine(subjects: readonly ReportSubject[], date: string): { ends: End[]; today: number } {
  const now = dayNumber(date) ?? 0;
  const ends = subjects.map((subject): End => {
    const day = dayNumber(subject.provisional?.until ?? '');
    return { subject, ...(day !== undefined && { days: day - now }) };
  });
  const days = ends.flatMap((end) => end.days ?? []);
  const first = Math.min(-before, ...days);
  const length = Math.max(after, ...days) - first;
  const place = (day: number) => (day - first) / length;
  return {
    ends: ends.map((end) => (end.days === undefined ? end : { ...end, at: place(end.days) })),
    today: place(0),
  };
}

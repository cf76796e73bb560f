import type { CalendarFile, Days } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { dueDate } from '../procedure/dueDate.ts';

/** A limit that is reckoned, under the name that the page has for it. */
export interface DueLimit extends Days {
  name: string;
}

/** Limits as an attribute of a page carries them: `承诺 6 w,法定 10 w`. */
export function writtenDue(limits: readonly DueLimit[]): string {
  return limits.map(({ name, value, unit }) => `${name} ${value} ${unit.slice(0, 1)}`).join(',');
}

/** The inverse of `writtenDue`. */
export function readDue(text: string): DueLimit[] {
  return text.split(',').flatMap((one) => {
    const [, name, value, unit] = /^(\S+) (\d+) ([wc])$/.exec(one) ?? [];
    if (name === undefined) return [];
    return [{ name, value: Number(value), unit: unit === 'w' ? 'working-days' : 'calendar-days' }];
  });
}

/**
 * Until when an application accepted on `from` is settled, by each of `limits`, in one sentence: with the holidays that
 * were passed over, the weekend days that count, and the years that nobody has published yet. `''` for no day.
 */
export function dueWords(
  from: string,
  limits: readonly DueLimit[],
  calendar: Draft<CalendarFile> | undefined,
): string {
  const all = limits.flatMap(({ name, value, unit }) => {
    const due = dueDate({ from, days: value, unit, calendar });
    return due.kind === 'due' ? [{ name, due }] : [];
  });
  const last = all.at(-1);
  if (last === undefined) return '';
  const { holidays, makeUpDays, assumedYears } = last.due;
  const notes = [
    holidays.length > 0 && `${holidays.length} 天法定假日不算`,
    makeUpDays.length > 0 && `${makeUpDays.length} 天调休上班的照算`,
    assumedYears.length > 0 && `${assumedYears.join('、')} 年的放假安排还没有公布，按周末推算`,
  ].filter((note) => note !== false);
  const dates = all.map(({ name, due }) => `${name}最迟 ${due.date}（${weekdayOf(due.date)}）`).join('，');
  return `${from} 受理：${dates}${notes.length === 0 ? '' : `；${notes.join('，')}`}。`;
}

function weekdayOf(date: string): string {
  return `周${'日一二三四五六'.charAt(new Date(`${date}T00:00:00Z`).getUTCDay())}`;
}

import { count, namesIn } from '../figure.ts';
import type { Figure, ReportSubject } from '../types.ts';

const named = namesIn('provisional');

/** Provisional items, those past their last day on `date`, and those whose end nobody wrote. */
export function provisionalFigures(subjects: readonly ReportSubject[], date: string): Figure[] {
  const provisional = subjects.filter((one) => one.provisional !== undefined);
  const ended = provisional.filter((one) => (one.provisional?.until ?? date) < date);
  const endless = provisional.filter((one) => one.provisional?.until === undefined);
  const of = { zh: '清理结论为临时保留的事项', en: 'items whose clean-up decision is provisional' };
  return [
    count(named('provisional', '临时许可', 'Provisional items'), provisional, of),
    count(named('provisional-ended', '已过到期日的', 'Past their end'), ended, of),
    count(named('provisional-endless', '没有写到期日的', 'Without an end'), endless, of),
  ];
}

/** Provisional subjects by their last day, those without one first. */
export function provisionalEnds(subjects: readonly ReportSubject[]): ReportSubject[] {
  return subjects
    .filter((one) => one.provisional !== undefined)
    .toSorted((a, b) => (a.provisional?.until ?? '').localeCompare(b.provisional?.until ?? ''));
}

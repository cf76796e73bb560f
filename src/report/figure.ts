import type { Words } from '../model/schemas.ts';
import type { Figure, FigureGroup, ReportSubject, Unit } from './types.ts';

interface Named {
  id: string;
  group: FigureGroup;
  zh: string;
  en: string;
}

/** Names figures of `group`. */
export function namesIn(group: FigureGroup): (id: string, zh: string, en: string) => Named {
  return (id, zh, en) => ({ id, group, zh, en });
}

/** How many `counted` there are; `of` says among which. */
export function count(named: Named, counted: readonly ReportSubject[], of: Words): Figure {
  const { length } = counted;
  return {
    ...named,
    kind: 'count',
    unit: 'items',
    numerator: length,
    of,
    value: length,
    items: keys(counted),
  };
}

/** The share of `all` that are `counted`. */
export function share(
  named: Named,
  counted: readonly ReportSubject[],
  all: readonly ReportSubject[],
  of: Words,
): Figure {
  return shareOf(named, 'items', [counted.length, all.length], of, counted);
}

/** A share of anything that is counted: `[numerator, denominator]` in `unit`. */
export function shareOf(
  named: Named,
  unit: Unit,
  [numerator, denominator]: [number, number],
  of: Words,
  items: readonly ReportSubject[],
): Figure {
  return {
    ...named,
    kind: 'share',
    unit,
    numerator,
    denominator,
    of,
    ...(denominator > 0 && { value: numerator / denominator }),
    items: keys(items),
  };
}

/** The mean in `unit` of what `measure` says of each of `subjects`; those of which it says nothing are left out. */
export function average(
  named: Named,
  unit: Unit,
  subjects: readonly ReportSubject[],
  measure: (subject: ReportSubject) => number | undefined,
  of: Words,
): Figure {
  const measured = subjects.filter((one) => measure(one) !== undefined);
  const left = subjects.filter((one) => measure(one) === undefined);
  const sum = measured.reduce((total, one) => total + measure(one)!, 0);
  return {
    ...named,
    kind: 'average',
    unit,
    numerator: sum,
    denominator: measured.length,
    of,
    ...(measured.length > 0 && { value: sum / measured.length }),
    items: keys(measured),
    ...leftOut(left, { zh: '规程还没有写明', en: 'the procedure does not say yet' }),
  };
}

/** `{leftOut}` where there are such subjects. */
export function leftOut(subjects: readonly ReportSubject[], why: Words): Pick<Figure, 'leftOut'> {
  return subjects.length === 0 ? {} : { leftOut: { items: keys(subjects), why } };
}

export function keys(subjects: readonly ReportSubject[]): string[] {
  return subjects.map(({ key }) => key);
}

/** First and last year that dates may lie in: before, no calendar says which days were free. */
const years = { first: 1900, last: 2199 } as const;

/**
 * The number of days from 1970-01-01 to `iso` (`YYYY-MM-DD`), negative before it; `undefined` where that is no
 * date of the years 1900 to 2199. Whole numbers, so no time zone can shift a day.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumber(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < years.first || year > years.last || month < 1 || month > 12) return undefined;
  const number = daysFromCivil(year, month, day);
  return isoDate(number) === iso ? number : undefined;
}

/** The date (`YYYY-MM-DD`) of a day number; inverse of {@link dayNumber}. Source: civil_from_days, same place. */
export function isoDate(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

/** Day of the week of a day number: 0 Monday to 6 Sunday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

/** The year that a day number lies in. */
export function yearOf(day: number): number {
  return Number(isoDate(day).slice(0, 4));
}

function daysFromCivil(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

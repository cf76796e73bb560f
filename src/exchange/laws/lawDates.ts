import { numeral, readNumeral } from '../../model/citations/numeral.ts';

const day = `(${numeral})\\s*年\\s*(${numeral})\\s*月\\s*(${numeral})\\s*日`;

/** The day that `text` begins with, as YYYY-MM-DD, and what follows it; undefined where it begins with none. */
export function dayAtStart(text: string): { date: string; rest: string } | undefined {
  const match = new RegExp(`^${day}`).exec(text);
  const date = match === null ? undefined : isoDay(match[1]!, match[2]!, match[3]!);
  return date === undefined ? undefined : { date, rest: text.slice(match![0].length).trim() };
}

/** When a text says that it takes effect: a day, or that of its publication. */
export type Effect = { kind: 'day'; date: string } | { kind: 'on-publication' };

/** The last 自…起施行 of a law's text, which is where it speaks of itself; undefined where it says nothing. */
export function effectOf(text: string): Effect | undefined {
  const pattern = new RegExp(
    `自\\s*(?:${day}|(?:公布|发布|颁布|批准|通过)之?日)\\s*(?:起\\s*)?(?:开始)?(?:施行|实施|执行|生效|试行)`,
    'g',
  );
  const match = [...text.matchAll(pattern)].at(-1);
  if (match === undefined) return undefined;
  if (match[1] === undefined) return { kind: 'on-publication' };
  const date = isoDay(match[1], match[2]!, match[3]!);
  return date === undefined ? undefined : { kind: 'day', date };
}

/** YYYY-MM-DD of three numerals; undefined where they make no day. */
function isoDay(...numerals: [string, string, string]): string | undefined {
  const [year, month, date] = numerals.map(readNumeral);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso) ? iso : undefined;
}

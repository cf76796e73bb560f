import { weekParts } from '../procedure/index.ts';
import { canonical, entryOf, isMap, sameValue } from './sameValue.ts';
import type { Effect } from './types.ts';

/** What a change of one field means for the applicant, from the values before and after; either may be missing or malformed. */
export type Judge = (before: unknown, after: unknown) => Effect;

/** What is measured; `undefined` where it cannot be. */
type Measure = (value: unknown) => number | undefined;

/** More of it is worse. Where one side cannot be measured nothing is said. */
export function lessIsBetter(measure: Measure): Judge {
  return (before, after) => {
    const [was, is] = [measure(before), measure(after)];
    if (was === undefined || is === undefined || was === is) return 'neutral';
    return is < was ? 'better' : 'worse';
  };
}

export function moreIsBetter(measure: Measure): Judge {
  return (before, after) => lessIsBetter(measure)(after, before);
}

/** Having it is worse than not; a change of what it says is not judged. */
export const burden: Judge = (before, after) => {
  if (before === undefined) return 'worse';
  return after === undefined ? 'better' : 'neutral';
};

/** Having it is better than not. */
export const boon: Judge = (before, after) => burden(after, before);

/** One of the judges after the other, the first that has something to say. */
export function either(...judges: Judge[]): Judge {
  return (before, after) =>
    judges.map((judge) => judge(before, after)).find((effect) => effect !== 'neutral') ?? 'neutral';
}

/** A value that stands further right is better. */
export function ascending(...values: unknown[]): Judge {
  return moreIsBetter((value) => (values.includes(value) ? values.indexOf(value) : undefined));
}

/** Said is better than unsaid, so is `true`. */
export const trueIsBetter: Judge = (before, after) => ascending(false, true)(before ?? false, after ?? false);

export const trueIsWorse: Judge = (before, after) => trueIsBetter(after, before);

/** A list without ids that only grows is better. */
export const moreInListIsBetter: Judge = (before, after) => {
  const [olds, news] = [before ?? [], after ?? []];
  if (!Array.isArray(olds) || !Array.isArray(news)) return 'neutral';
  const [was, is] = [olds, news].map((list: unknown[]) => new Set(list.map(canonical))) as [
    Set<string>,
    Set<string>,
  ];
  if (was.size === is.size) return 'neutral';
  if ([...was].every((value) => is.has(value))) return 'better';
  return [...is].every((value) => was.has(value)) ? 'worse' : 'neutral';
};

export const moreInListIsWorse: Judge = (before, after) => moreInListIsBetter(after, before);

export const number: Measure = (value) => (typeof value === 'number' ? value : undefined);

/** A number where nothing written means none. */
export const count: Measure = (value) => (value === undefined ? 0 : number(value));

/** A period or limit, of both units by the week. */
export const length: Measure = (value) =>
  weekParts(
    isMap(value) ? { value: value['value'] as number, unit: value['unit'] as 'working-days' } : undefined,
  );

const daysOf = new Map<unknown, number>([
  ['days', 1],
  ['months', 365.25 / 12],
  ['years', 365.25],
]);

/** How long a licence is valid, in days; without end where it says why it has none. */
export const validity: Measure = (value) => {
  if (!isMap(value)) return undefined;
  if (typeof value['none'] === 'string') return Infinity;
  const span = number(value['value']);
  const days = daysOf.get(value['unit']);
  return days === undefined || span === undefined ? undefined : days * span;
};

/** Fee standards of one kind, unit and way of counting; tiers only with the same bounds. */
export const feeStandard: Judge = (before, after) => {
  if (!isMap(before) || !isMap(after)) return 'neutral';
  const alike = ['kind', 'unit', 'per', 'mode', 'roundUp', 'combine', 'text'].every((key) =>
    sameValue(before[key], after[key]),
  );
  const [olds, news] = [amountsOf(before), amountsOf(after)];
  if (!alike || !sameValue(boundsOf(before), boundsOf(after)) || olds.length !== news.length)
    return 'neutral';
  const effects = new Set(olds.map((amount, at) => lessIsBetter(number)(amount, news[at])));
  effects.delete('neutral');
  return effects.size === 1 ? [...effects][0]! : 'neutral';
};

function amountsOf(standard: Record<string, unknown>): unknown[] {
  return Array.isArray(standard['tiers'])
    ? standard['tiers'].map((tier) => entryOf(tier, 'amount'))
    : [standard['amount']];
}

function boundsOf(standard: Record<string, unknown>): unknown {
  return Array.isArray(standard['tiers'])
    ? standard['tiers'].map((tier) => entryOf(tier, 'upTo'))
    : undefined;
}

/** A material that must be handed in is a burden, now or later; one that may be is none. */
export const material: Judge = (before, after) =>
  entryOf(before ?? after, 'need') === 'optional' ? 'neutral' : burden(before, after);

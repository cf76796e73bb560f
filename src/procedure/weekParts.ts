import type { Days } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { isDayUnit } from './words.ts';

/** A week of 35 parts has 5 working days of 7 and 7 calendar days of 5, so sums stay whole numbers. */
export const partsOf: Readonly<Record<Days['unit'], number>> = { 'working-days': 7, 'calendar-days': 5 };

/**
 * A period in 35ths of a week, by which periods of both units compare: 5 working days are 7 calendar days.
 * `undefined` where the draft states none.
 */
export function weekParts(period: Draft<Days> | undefined): number | undefined {
  const { value, unit } = period ?? {};
  return Number.isInteger(value) && value! >= 0 && isDayUnit(unit) ? value! * partsOf[unit] : undefined;
}

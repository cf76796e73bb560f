import type { Days } from '../model/generated/schemas.ts';
import type { Draft, FeeReduction } from '../model/item.ts';
import type { Words } from '../model/schemas.ts';
import type { Refused } from './dueDate.ts';
import type { Reckoning } from './fee.ts';

export type Language = keyof Words;

/** 20 个工作日, 20 日（自然日）, or 当场 for 0 days; 未写明 where a draft has no number. */
export function formatLimit(limit: Draft<Days> | undefined, language: Language = 'zh'): string {
  const { value, unit } = limit ?? {};
  if (typeof value !== 'number') return notStated[language];
  if (value === 0) return onTheSpot[language];
  const words = isDayUnit(unit) ? dayUnits[unit] : { zh: '日', en: 'days' };
  if (language === 'zh') return `${value} ${words.zh}`;
  return `${value} ${value === 1 ? words.en.replace(/s$/, '') : words.en}`;
}

/** Whole fen, not below 0. */
export function isFen(amount: unknown): amount is number {
  return Number.isSafeInteger(amount) && (amount as number) >= 0;
}

/** Fen as yuan: 12000 is 120 元, 12050 is 120.50 元. Whole fen, not below 0. */
export function formatFen(fen: number, language: Language = 'zh'): string {
  const number = fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
  return language === 'zh' ? `${number} 元` : `CNY ${number}`;
}

/** 免收, 减收 50%, 减收 20 元. */
export function effectWords({ effect }: Draft<FeeReduction>): { zh: string; en: string } {
  switch (effect?.kind) {
    case 'exempt':
      return { zh: '免收', en: 'exempt' };
    case 'percent':
      return { zh: `减收 ${effect.percent ?? 0}%`, en: `${effect.percent ?? 0}% less` };
    case 'amount': {
      const fen = isFen(effect.amount) ? effect.amount : 0;
      return { zh: `减收 ${formatFen(fen)}`, en: `${formatFen(fen, 'en')} less` };
    }
    default:
      return { zh: '', en: '' };
  }
}

export const dayUnits: Record<Days['unit'], Words> = {
  'working-days': { zh: '个工作日', en: 'working days' },
  'calendar-days': { zh: '日（自然日）', en: 'calendar days' },
};

/** Whether a draft's unit is one of the two. */
export function isDayUnit(unit: unknown): unit is Days['unit'] {
  return unit === 'working-days' || unit === 'calendar-days';
}

const notStated: Words = { zh: '未写明', en: 'not stated' };
const onTheSpot: Words = { zh: '当场', en: 'on the spot' };

/** A draft may hold anything where a date or number should stand, even what cannot become a text. */
function written(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Why a date cannot be reckoned. */
export const refusals = {
  date: (date: unknown): Refused => ({
    kind: 'refused',
    reason: 'date',
    words: {
      zh: `“${written(date)}”不是日期。写作 年-月-日，如 2026-01-05（1900 年至 2199 年）。`,
      en: `"${written(date)}" is not a date. Write it like 2026-01-05 (years 1900 to 2199).`,
    },
  }),
  days: (days: unknown): Refused => ({
    kind: 'refused',
    reason: 'days',
    words: {
      zh: `天数 ${written(days)} 不能计算。用 0 至 3650 的整数。`,
      en: `${written(days)} days cannot be reckoned. Use a whole number from 0 to 3650.`,
    },
  }),
  unit: (unit: unknown): Refused => ({
    kind: 'refused',
    reason: 'unit',
    words: {
      zh: `不认识单位“${written(unit)}”。用 working-days（工作日）或 calendar-days（自然日）。`,
      en: `Unknown unit "${written(unit)}". Use working-days or calendar-days.`,
    },
  }),
  order: (from: string, to: string): Refused => ({
    kind: 'refused',
    reason: 'order',
    words: { zh: `${to} 早于 ${from}。调换起止日期。`, en: `${to} is before ${from}. Swap the two.` },
  }),
};

/** Why a fee cannot be reckoned. */
export const unreckoned = {
  formula: (text = ''): Reckoning => ({
    kind: 'unknown',
    reason: 'formula',
    words: { zh: `按公式计算：${text}`, en: `by a formula: ${text}` },
  }),
  quantity: (unit = ''): Reckoning => ({
    kind: 'unknown',
    reason: 'quantity',
    words: {
      zh: unit === '' ? '要先知道数量。' : `要先知道数量（${unit}）。`,
      en: unit === '' ? 'The quantity is needed.' : `The quantity is needed (${unit}).`,
    },
  }),
  answer: (on: readonly string[]): Reckoning => ({
    kind: 'unknown',
    reason: 'answer',
    words: { zh: `要先回答：${on.join('、')}。`, en: `To be answered first: ${on.join(', ')}.` },
  }),
  beyond: (last: string, unit = ''): Reckoning => {
    const end = `${last} ${unit}`.trimEnd();
    return {
      kind: 'unknown',
      reason: 'beyond',
      words: {
        zh: `标准只写到 ${end}，更多的没有规定。`,
        en: `The standard ends at ${end}; above, nothing is set.`,
      },
    };
  },
  standard: (): Reckoning => ({
    kind: 'unknown',
    reason: 'standard',
    words: { zh: '收费标准未写全，无法计算。', en: 'The standard is incomplete and cannot be reckoned.' },
  }),
};

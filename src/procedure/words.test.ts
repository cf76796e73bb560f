import { expect, test } from 'vitest';
import { resolveRef } from '../model/schemas.ts';
import { dayUnits, formatFen, formatLimit } from './words.ts';

test.each([
  [{ value: 20, unit: 'working-days' as const }, '20 个工作日', '20 working days'],
  [{ value: 1, unit: 'working-days' as const }, '1 个工作日', '1 working day'],
  [{ value: 45, unit: 'calendar-days' as const }, '45 日（自然日）', '45 calendar days'],
  [{ value: 0, unit: 'working-days' as const }, '当场', 'on the spot'],
  [{ unit: 'working-days' as const }, '未写明', 'not stated'],
  [undefined, '未写明', 'not stated'],
])('%j is %s', (limit, zh, en) => {
  expect(formatLimit(limit)).toBe(zh);
  expect(formatLimit(limit, 'en')).toBe(en);
});

test('units go by the schema’s words', () => {
  expect(resolveRef('common.json#/$defs/limit').properties!['unit']!['x-labels']).toEqual(dayUnits);
});

test.each([
  [12_000, '120 元', 'CNY 120'],
  [12_050, '120.50 元', 'CNY 120.50'],
  [5, '0.05 元', 'CNY 0.05'],
  [0, '0 元', 'CNY 0'],
])('%i fen are %s', (fen, zh, en) => {
  expect(formatFen(fen)).toBe(zh);
  expect(formatFen(fen, 'en')).toBe(en);
});

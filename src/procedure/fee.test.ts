import { describe, expect, test } from 'vitest';
import type { Draft, Fee, FeeStandard } from '../model/item.ts';
import { reckonFee, totalFees } from './fee.ts';
import type { Case } from './selectCase.ts';

const fee = (standard: unknown): Draft<Fee> => ({ id: 'fee', standard: standard as Draft<FeeStandard> });

/** 2 元 to 100 m², 1 元 to 500, 0.5 元 above. */
const tiers = {
  kind: 'tiers',
  unit: '平方米',
  tiers: [{ upTo: 100, amount: 200 }, { upTo: 500, amount: 100 }, { amount: 50 }],
};

test.each([
  { name: 'fixed', standard: { kind: 'fixed', amount: 12_000 }, fen: 12_000 },
  { name: 'fixed at nothing', standard: { kind: 'fixed', amount: 0 }, fen: 0 },
  { name: 'per unit', standard: { kind: 'unit', amount: 2000, unit: '台' }, quantity: 3, fen: 6000 },
  { name: 'per unit of none', standard: { kind: 'unit', amount: 2000, unit: '台' }, quantity: 0, fen: 0 },
  {
    name: 'half a fen is rounded up',
    standard: { kind: 'unit', amount: 1, unit: '克' },
    quantity: 2.5,
    fen: 3,
  },
  {
    name: 'less than half is dropped',
    standard: { kind: 'unit', amount: 1, unit: '克' },
    quantity: 2.49,
    fen: 2,
  },
  {
    name: '1.005 is what is written, not the double below it',
    standard: { kind: 'unit', amount: 100, unit: '吨' },
    quantity: 1.005,
    fen: 101,
  },
  {
    name: '0.0000001 of a thing',
    standard: { kind: 'unit', amount: 5_000_000, unit: '吨' },
    quantity: 1e-7,
    fen: 1,
  },
  { name: 'first tier', standard: tiers, quantity: 80, fen: 16_000 },
  { name: 'at the bound of the first tier', standard: tiers, quantity: 100, fen: 20_000 },
  { name: 'each tier for its own part', standard: tiers, quantity: 150, fen: 20_000 + 5000 },
  { name: 'all tiers', standard: tiers, quantity: 600.5, fen: 20_000 + 40_000 + 5025 },
])('$name: $fen fen', ({ standard, quantity, fen }) => {
  const reckoned = reckonFee(fee(standard), quantity);
  expect(reckoned).toMatchObject({ kind: 'amount', fen });
});

test('the lines say how it was reckoned and add up', () => {
  expect(reckonFee(fee(tiers), 600)).toEqual({
    kind: 'amount',
    fen: 65_000,
    lines: [
      {
        text: '100 平方米以内：100 平方米 × 2 元',
        textEn: 'up to 100 平方米: 100 平方米 × CNY 2',
        fen: 20_000,
      },
      {
        text: '超过 100 至 500 平方米的部分：400 平方米 × 1 元',
        textEn: 'above 100 up to 500 平方米: 400 平方米 × CNY 1',
        fen: 40_000,
      },
      {
        text: '超过 500 平方米的部分：100 平方米 × 0.50 元',
        textEn: 'above 500 平方米: 100 平方米 × CNY 0.50',
        fen: 5000,
      },
    ],
  });
});

test.each([
  { name: 'a formula', standard: { kind: 'formula', text: '按注册资本千分之一' }, reason: 'formula' },
  { name: 'no quantity', standard: { kind: 'unit', amount: 1, unit: '台' }, reason: 'quantity' },
  { name: 'a quantity below 0', standard: tiers, quantity: -1, reason: 'quantity' },
  { name: 'no end of a quantity', standard: tiers, quantity: Infinity, reason: 'quantity' },
  {
    name: 'above the last tier',
    standard: { ...tiers, tiers: tiers.tiers.slice(0, 2) },
    quantity: 501,
    reason: 'beyond',
  },
  {
    name: 'tiers that do not rise',
    standard: {
      ...tiers,
      tiers: [
        { upTo: 5, amount: 1 },
        { upTo: 5, amount: 2 },
      ],
    },
    quantity: 9,
    reason: 'standard',
  },
  { name: 'no tiers', standard: { kind: 'tiers', unit: '台' }, quantity: 9, reason: 'standard' },
  { name: 'an amount that is no whole fen', standard: { kind: 'fixed', amount: 1.5 }, reason: 'standard' },
  {
    name: 'a sum too large to be true',
    standard: { kind: 'unit', amount: 1e15, unit: '台' },
    quantity: 1000,
    reason: 'standard',
  },
  { name: 'no standard', standard: undefined, reason: 'standard' },
  { name: 'a standard of another type', standard: 'free', reason: 'standard' },
])('is not reckoned: $name', ({ standard, quantity, reason }) => {
  expect(reckonFee(fee(standard), quantity)).toMatchObject({
    kind: 'unknown',
    reason,
    words: { zh: expect.stringMatching(/.+/), en: expect.stringMatching(/.+/) },
  });
});

describe('totalFees', () => {
  const unit = { kind: 'unit' as const, amount: 500, unit: '本', question: 'copies' };
  const fees: Case['fees'] = [
    { element: { id: 'licence', standard: { kind: 'fixed', amount: 1000 } }, verdict: { kind: 'applies' } },
    { element: { id: 'copies', standard: unit }, verdict: { kind: 'applies' } },
  ];

  test('takes the quantity from the answer to the fee’s question', () => {
    expect(totalFees({ fees, answers: { copies: 3 } })).toMatchObject({ kind: 'exact', fen: 2500 });
  });

  test('a quantity given for the fee itself goes before', () => {
    expect(totalFees({ fees, answers: { copies: 3 } }, { copies: 1 })).toMatchObject({
      kind: 'exact',
      fen: 1500,
    });
  });

  test('is a lower bound while a quantity is missing', () => {
    const total = totalFees({ fees, answers: {} });
    expect(total).toMatchObject({ kind: 'at-least', fen: 1000 });
    expect(total.fees.map(({ reckoning }) => reckoning.kind)).toEqual(['amount', 'unknown']);
  });

  test('is a lower bound while a fee may or may not apply', () => {
    const open: Case['fees'] = [{ ...fees[0]!, verdict: { kind: 'depends', on: ['applicant'] } }];
    expect(totalFees({ fees: open, answers: {} })).toMatchObject({ kind: 'at-least', fen: 0 });
  });

  test('no fees cost nothing', () => {
    expect(totalFees({ fees: [], answers: {} })).toEqual({ kind: 'exact', fen: 0, fees: [] });
  });
});

import { describe, expect, test } from 'vitest';
import type { Draft, Fee, FeeStandard } from '../model/item.ts';
import { reckonFee, totalFees, type Asked } from './fee.ts';
import type { Case } from './selectCase.ts';

const fee = (standard: unknown): Draft<Fee> => ({ id: 'fee', standard: standard as Draft<FeeStandard> });

const asked = (quantity?: number): Asked => ({
  questions: [],
  answers: {},
  ...(quantity !== undefined && { quantity }),
});

/** 2 元 to 100 m², 1 元 to 500, 0.5 元 above. */
const tiers = {
  kind: 'tiers',
  mode: 'progressive',
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
  const reckoned = reckonFee(fee(standard), asked(quantity));
  expect(reckoned).toMatchObject({ kind: 'amount', fen });
});

test('the lines say how it was reckoned and add up', () => {
  expect(reckonFee(fee(tiers), asked(600))).toEqual({
    kind: 'amount',
    fen: 65_000,
    lines: [
      {
        text: '100 平方米以内：100 平方米 × 2 元 = 200 元',
        textEn: 'up to 100 平方米: 100 平方米 × CNY 2 = CNY 200',
        fen: 20_000,
        is: 'part',
      },
      {
        text: '超过 100 至 500 平方米的部分：400 平方米 × 1 元 = 400 元',
        textEn: 'above 100 up to 500 平方米: 400 平方米 × CNY 1 = CNY 400',
        fen: 40_000,
        is: 'part',
      },
      {
        text: '超过 500 平方米的部分：100 平方米 × 0.50 元 = 50 元',
        textEn: 'above 500 平方米: 100 平方米 × CNY 0.50 = CNY 50',
        fen: 5000,
        is: 'part',
      },
    ],
    open: [],
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
  {
    name: 'tiers that do not say how they count',
    standard: { ...tiers, mode: undefined },
    quantity: 9,
    reason: 'standard',
  },
  {
    name: 'no tiers',
    standard: { kind: 'tiers', mode: 'whole', unit: '台' },
    quantity: 9,
    reason: 'standard',
  },
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
  expect(reckonFee(fee(standard), asked(quantity))).toMatchObject({
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
    expect(totalFees({ fees, questions: [], answers: { copies: 3 } })).toMatchObject({
      kind: 'exact',
      fen: 2500,
    });
  });

  test('a quantity given for the fee itself goes before', () => {
    expect(totalFees({ fees, questions: [], answers: { copies: 3 } }, { copies: 1 })).toMatchObject({
      kind: 'exact',
      fen: 1500,
    });
  });

  test('is a lower bound while a quantity is missing', () => {
    const total = totalFees({ fees, questions: [], answers: {} });
    expect(total).toMatchObject({ kind: 'at-least', fen: 1000 });
    expect(total.fees.map(({ reckoning }) => reckoning.kind)).toEqual(['amount', 'unknown']);
  });

  test('is a lower bound while a fee may or may not apply', () => {
    const open: Case['fees'] = [{ ...fees[0]!, verdict: { kind: 'depends', on: ['applicant'] } }];
    expect(totalFees({ fees: open, questions: [], answers: {} })).toMatchObject({ kind: 'at-least', fen: 0 });
  });

  test('no fees cost nothing', () => {
    expect(totalFees({ fees: [], questions: [], answers: {} })).toEqual({ kind: 'exact', fen: 0, fees: [] });
  });
});

/** What an inspection of a lift costs: by storeys above ten and by load, half of it at the second time. */
const lift: Draft<Fee> = {
  id: 'lift',
  name: '检验费',
  standard: {
    kind: 'formula',
    text: '基本费 300 元；超过 10 层的，每层加 20 元；载重每吨 15 元',
    terms: [
      { id: 'base', name: '基本费', amount: 30_000 },
      {
        id: 'storeys',
        name: '加层费',
        amount: 2000,
        times: [{ kind: 'question', question: 'storeys', less: 10 }],
      },
      {
        id: 'load',
        name: '载重费',
        amount: 1500,
        times: [{ kind: 'question', question: 'load', per: 1000, roundUp: true }],
        percent: 80,
        max: 10_000,
        when: { kind: ['goods'] },
      },
    ],
  },
  min: 32_000,
  rounding: { to: 'yuan', by: 'down' },
  reductions: [
    { id: 'again', text: '复检的', when: { again: ['yes'] }, effect: { kind: 'percent', percent: 50 } },
    {
      id: 'school',
      text: '学校的',
      when: { again: ['no', 'yes'] },
      effect: { kind: 'amount', amount: 5050 },
    },
  ],
};
const questions: Asked['questions'] = [
  { id: 'storeys', text: '一共几层？', name: '层数', kind: 'number', unit: '层' },
  { id: 'load', text: '能载多重？', kind: 'number', unit: '千克' },
  { id: 'kind', text: '载什么？', kind: 'choice', options: [{ id: 'goods' }, { id: 'people' }] },
  { id: 'again', text: '是复检吗？', kind: 'choice', options: [{ id: 'yes' }, { id: 'no' }] },
];
const words = (fee: Draft<Fee>, answers: Asked['answers']) => {
  const reckoned = reckonFee(fee, { questions, answers });
  return reckoned.kind === 'amount' ? reckoned.lines.map(({ text }) => text) : [reckoned.words.zh];
};

describe('a formula', () => {
  test('is reckoned term by term, with bounds, reductions and rounding', () => {
    expect(words(lift, { storeys: 14, load: 1050, kind: 'goods', again: 'yes' })).toEqual([
      '基本费：300 元 = 300 元',
      '加层费：（层数 14 层 − 10 → 4） × 20 元 = 80 元',
      '载重费：1050 千克 ÷ 1000，进为 2 × 15 元 × 80% = 24 元',
      '减免（复检的）：减收 50%，应缴 202 元',
    ]);
  });

  test('leaves out what does not apply, charges the least it may, and rounds as it says', () => {
    expect(words(lift, { storeys: 8, kind: 'people', again: 'no' })).toEqual([
      '基本费：300 元 = 300 元',
      '加层费：（层数 8 层 − 10 → 0） × 20 元 = 0 元',
      '最低收 320 元',
      '减免（学校的）：减收 50.50 元，应缴 269.50 元',
      '舍去尾数到元：269 元',
    ]);
  });

  test('reductions that add up are taken one after the other', () => {
    const both = { ...lift, reductionsAdd: true };
    expect(words(both, { storeys: 14, kind: 'people', again: 'yes' }).slice(2)).toEqual([
      '减免（复检的）：减收 50%，应缴 190 元',
      '减免（学校的）：减收 50.50 元，应缴 139.50 元',
      '舍去尾数到元：139 元',
    ]);
  });

  test.each([
    ['greatest', '取最高的一项：300 元'],
    ['least', '取最低的一项：80 元'],
  ] as const)('takes the %s of its terms', (combine, said) => {
    const standard = { ...lift.standard, combine } as Draft<FeeStandard>;
    expect(words({ id: 'f', standard }, { storeys: 14, kind: 'people' }).at(-1)).toBe(said);
  });

  test('says which answer is wanted', () => {
    expect(words(lift, { storeys: 14, again: 'yes' })).toEqual(['要先回答：kind。']);
    expect(words(lift, { kind: 'people', again: 'yes' })).toEqual(['要先知道数量（层数）。']);
  });

  test('an answer that may reduce it is named', () => {
    expect(reckonFee(lift, { questions, answers: { storeys: 14, kind: 'people' } })).toMatchObject({
      fen: 38_000,
      open: ['again'],
    });
  });
});

describe('tiers', () => {
  const classes = {
    kind: 'tiers',
    mode: 'whole',
    unit: '平方米',
    tiers: [{ upTo: 100, amount: 50_000, flat: true }, { upTo: 500, amount: 600 }, { amount: 400 }],
  };
  test.each([
    ['the bound is in the tier', 100, 50_000, '100 平方米以内：定额 500 元'],
    ['all of it by one tier', 120, 72_000, '超过 100 至 500 平方米：120 平方米 × 6 元 = 720 元'],
    ['above the last bound', 600, 240_000, '超过 500 平方米：600 平方米 × 4 元 = 2400 元'],
  ])('that decide for the whole: %s', (_, quantity, fen, text) => {
    expect(reckonFee(fee(classes), asked(quantity))).toMatchObject({ fen, lines: [{ text, fen }] });
  });

  test('court fees: a flat first part and a percentage of each further part, exactly', () => {
    const court = {
      kind: 'tiers',
      mode: 'progressive',
      unit: '元',
      per: 100,
      tiers: [
        { upTo: 10_000, amount: 5000, flat: true },
        { upTo: 100_000, amount: 250 },
        { upTo: 200_000, amount: 200 },
      ],
    };
    // Measures for litigation fees, Art. 13: 50 yuan, then 2.5 %, then 2 %.
    expect(reckonFee(fee(court), asked(150_000))).toMatchObject({ fen: 5000 + 225_000 + 100_000 });
    expect(reckonFee(fee(court), asked(9999.99))).toMatchObject({ fen: 5000 });
  });

  test('a part of a unit counts as a whole where the standard says so', () => {
    const started = { kind: 'unit', amount: 250, unit: '平方米', per: 100, roundUp: true };
    expect(reckonFee(fee(started), asked(230))).toMatchObject({
      fen: 750,
      lines: [{ text: '230 平方米 ÷ 100，进为 3 × 2.50 元 = 7.50 元' }],
    });
  });
});

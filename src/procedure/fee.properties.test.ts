import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft, Fee, FeeStandard } from '../model/item.ts';
import { reckonFee, type Asked, type Reckoning } from './fee.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(process.env['GUICHENG_RUNS'] ?? 300) });

const fen = fc.nat(5_000_000);
const hundredths = fc.nat(1_000_000).map((cents) => cents / 100);
const per = fc.constantFrom(undefined, 0.5, 3, 100);
const common = fc.record({ per, roundUp: fc.boolean() }).map(({ per, roundUp }) => ({
  unit: '平方米',
  question: 'area',
  roundUp,
  ...(per !== undefined && { per }),
}));

const unit = fc.tuple(common, fen).map(([rest, amount]) => ({ kind: 'unit', amount, ...rest }));
const progressive = fc
  .tuple(
    common,
    fc.array(fc.record({ width: fc.integer({ min: 1, max: 3000 }), amount: fen, flat: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    }),
  ) // prettier-ignore
  .map(([rest, parts]) => {
    let end = 0;
    const tiers = parts.map(({ width, amount, flat }, at) => {
      end += width;
      return { ...(at < parts.length - 1 && { upTo: end }), amount, flat };
    });
    return { kind: 'tiers', mode: 'progressive', tiers, ...rest };
  });
const factor = fc.oneof(
  fc
    .record({ less: fc.nat(500), atMost: fc.nat(5000), roundUp: fc.boolean() }, { requiredKeys: [] })
    .map((bounds) => ({ kind: 'question', question: 'area', ...bounds })),
  fc.nat(50).map((value) => ({ kind: 'constant', value: value / 10 })),
);
const formula = fc
  .array(
    fc.record(
      {
        amount: fc.nat(100_000),
        times: fc.array(factor, { maxLength: 2 }),
        percent: fc.nat(200),
        min: fen,
        max: fen,
      },
      { requiredKeys: ['amount'] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .chain((terms) =>
    fc
      .constantFrom('sum', 'greatest', 'least')
      .map((combine) => ({ kind: 'formula', text: 'x', combine, terms })),
  );

const rounding = fc.record({ to: fc.constantFrom('fen', 'jiao', 'yuan'), by: fc.constantFrom('half-up', 'down', 'up') }); // prettier-ignore
const effect = fc.oneof(
  fc.constant({ kind: 'exempt' }),
  fc.integer({ min: 1, max: 1000 }).map((tenths) => ({ kind: 'percent', percent: tenths / 10 })),
  fen.map((amount) => ({ kind: 'amount', amount })),
);
const fees = fc
  .record(
    {
      standard: fc.oneof(unit, progressive, formula),
      min: fen,
      max: fen,
      rounding,
      reductionsAdd: fc.boolean(),
    },
    { requiredKeys: ['standard'] },
  )
  // Any fee of these is a draft of one.
  .map((fee) => fee as unknown as Draft<Fee>);
const reductions = fc
  .array(effect, { minLength: 1, maxLength: 3 })
  .map(
    (effects) =>
      effects.map((one, i) => ({ id: `r${i}`, text: 'r', effect: one })) as Draft<Fee>['reductions'],
  );

const questions: Asked['questions'] = [{ id: 'area', kind: 'number' }];
const reckon = (fee: Draft<Fee>, area: number) => reckonFee(fee, { questions, answers: { area } });
const fenOf = (reckoned: Reckoning): number => {
  if (reckoned.kind === 'unknown') throw new Error(reckoned.words.en);
  return reckoned.fen;
};

test('a fee is a whole number of fen, never below 0, and what its lines come to', () => {
  fc.assert(
    fc.property(fees, hundredths, reductions, (fee, area, less) => {
      const reckoned = reckon({ ...fee, reductions: less }, area);
      if (reckoned.kind === 'unknown') throw new Error(reckoned.words.en);
      expect(Number.isSafeInteger(reckoned.fen)).toBe(true);
      expect(reckoned.fen).toBeGreaterThanOrEqual(0);
      const folded = reckoned.lines.reduce(
        (sum, line) => (line.is === 'part' ? sum + line.fen : line.fen),
        0,
      );
      expect(folded).toBe(reckoned.fen);
    }),
  );
});

test('more of what is counted never costs less, by units, by parts and by formula', () => {
  fc.assert(
    fc.property(fees, hundredths, hundredths, (fee, a, b) => {
      expect(fenOf(reckon(fee, Math.min(a, b)))).toBeLessThanOrEqual(fenOf(reckon(fee, Math.max(a, b))));
    }),
  );
});

test('reductions never raise a fee, and each more leaves no more', () => {
  fc.assert(
    fc.property(fees, hundredths, reductions, (fee, area, less) => {
      const full = fenOf(reckon(fee, area));
      const one = fenOf(reckon({ ...fee, reductions: less!.slice(0, 1) }, area));
      const all = fenOf(reckon({ ...fee, reductions: less! }, area));
      expect(one).toBeLessThanOrEqual(full);
      expect(all).toBeLessThanOrEqual(one);
    }),
  );
});

test('a standard per unit is exact where doubles are not', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(1_000_000), (amount, cents) => {
      const standard = { kind: 'unit', amount, unit: '吨', question: 'area' } as Draft<FeeStandard>;
      const exact = (BigInt(amount) * BigInt(cents) * 2n + 100n) / 200n;
      expect(fenOf(reckon({ standard }, cents / 100))).toBe(Number(exact));
    }),
  );
});

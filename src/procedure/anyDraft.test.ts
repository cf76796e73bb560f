import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { anyDraft } from '../../tests/anyDraft.ts';
import type { CalendarFile, Days } from '../model/generated/schemas.ts';
import type { Draft, Item } from '../model/item.ts';
import { valueAt } from '../model/path.ts';
import { schemas } from '../model/schemas.ts';
import { allCases } from './allCases.ts';
import { dueDate } from './dueDate.ts';
import { totalFees } from './fee.ts';
import { selectCase } from './selectCase.ts';
import { formatLimit } from './words.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(process.env['GUICHENG_RUNS'] ?? 100) });
vi.setConfig({ testTimeout: 300_000 });

const items = anyDraft(schemas.item) as fc.Arbitrary<Draft<Item>>;
const calendars = anyDraft(schemas.calendar, 8) as fc.Arbitrary<Draft<CalendarFile>>;
const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x'), fc.constantFrom('a', 'b', 3, 4.5), {
  maxKeys: 3,
});

test('a case of any draft keeps every element that no answer rules out, and its days lie in order', () => {
  fc.assert(
    fc.property(items, answers, (item, given) => {
      const all = selectCase(item, {});
      const some = selectCase(item, given);
      for (const list of ['materials', 'steps', 'fees', 'conditions'] as const)
        expect(all[list].length).toBeGreaterThanOrEqual(some[list].length);
      if (some.days) expect(some.days.least).toBeLessThanOrEqual(some.days.most);
      for (const { words } of some.problems)
        expect(`${words.zh}${words.en}`).not.toMatch(/undefined|\[object/);
      expect(totalFees(some).fen).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('in every case of any draft only what is written unclearly stays open', () => {
  fc.assert(
    fc.property(items, (item) => {
      const { cases, total } = allCases(item, 20);
      expect(cases).toHaveLength(Math.min(total, 20));
      for (const { materials, problems } of cases) {
        const unclear = new Set(problems.map((problem) => problem.question));
        for (const { verdict } of materials)
          if (verdict.kind === 'depends')
            for (const question of verdict.kind === 'depends' ? verdict.on : [])
              expect(unclear).toContain(question);
      }
    }),
  );
});

test('any draft of a calendar and of a limit is reckoned with or refused', () => {
  fc.assert(
    fc.property(calendars, items, (calendar, item) => {
      const limit = valueAt(item, ['limits', 'promised']) as Draft<Days>;
      const { value, unit } = limit ?? {};
      const due = dueDate({ from: '2026-01-05', days: value!, unit: unit!, calendar });
      expect(due.kind).toMatch(/^(due|refused)$/);
      expect(formatLimit(limit)).not.toMatch(/undefined|\[object/);
    }),
  );
});

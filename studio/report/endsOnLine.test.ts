import { expect, test } from 'vitest';
import type { ReportSubject } from '../../src/report/index.ts';
import { endsOnLine } from './endsOnLine.ts';

const ending = (until?: string): ReportSubject => ({
  key: `511500/${until}`,
  id: String(until),
  division: '511500',
  name: String(until),
  agency: '',
  inCentre: false,
  centres: [],
  conditionIds: [],
  materialIds: [],
  forms: { needed: 0, blank: 0, sample: 0 },
  provisional: until === undefined ? {} : { until },
  files: [],
});

test('ends stand in order of time, today among them', () => {
  const { ends, today } = endsOnLine(
    [ending('2026-05-31'), ending('2026-06-01'), ending('2027-06-01'), ending()],
    '2026-06-01',
  );
  expect(ends.map(({ days }) => days)).toEqual([-1, 0, 365, undefined]);
  expect(ends[1]?.at).toBe(today);
  expect(ends[0]!.at!).toBeLessThan(today);
  expect(ends[2]?.at).toBe(1);
  expect(ends[3]).not.toHaveProperty('at');
});

test('an end long ago is where the line begins', () => {
  const { ends, today } = endsOnLine([ending('2023-06-01')], '2026-06-01');
  expect(ends[0]).toMatchObject({ days: -1096, at: 0 });
  expect(today).toBeGreaterThan(0.7);
});

import { expect, test } from 'vitest';
import { killRun } from './kill.ts';

// The short form; the long one is run by hand.
test('the program killed in mid-save, mid-merge and mid-publish loses nothing that it acknowledged', async () => {
  const report = await killRun({ kills: 3, seed: 7 });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  expect(report).toMatchObject({ kills: 3, lost: [], twice: [] });
  expect(Math.min(report.saves, report.merges, report.publishes), 'each was tried').toBeGreaterThan(0);
  expect(report.slowestSaveMs).toBeLessThan(5000);
}, 120_000);

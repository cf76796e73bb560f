import { expect, test } from 'vitest';
import { runFaults, shortForm } from './store/runFaults.ts';

// The short form of `npm run faults`.
test('kills, races, a bad line, a full disk: nothing acknowledged is lost, done twice, or approved unseen', async () => {
  const report = await runFaults(shortForm, { seed: 1, tell: (line) => process.stdout.write(`${line}\n`) });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  expect(report).toMatchObject({ lost: 0, duplicated: 0, wrongApprovals: 0, otherwiseWrong: 0 });
  for (const part of [
    'kills',
    'interleavings',
    'races',
    'remoteKills',
    'approvals',
    'fileLimit',
    'swaps',
  ] as const)
    expect(report.parts[part], part).toBe(shortForm[part]);
  expect(report.acknowledged).toBeGreaterThan(100);
}, 300_000);

import { parseArgs } from 'node:util';
import { runServers } from './servers/runServers.ts';
import { longForm, runFaults, shortForm, type Amounts, type Pieced } from './store/runFaults.ts';

// `npm run faults` tries the long form, `npm run faults -- --short` the short one. `--seed N` makes another run, and
// `--kills 2000 --interleavings 0` and so on another amount of each. `--kills 2000-10000` goes on after the first
// 2,000 of the same seed, where a run was cut off.
// `--servers` tries two servers on one remote instead, with `--writers N` at both for `--seconds N`.
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    servers: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '300' },
    writers: { type: 'string', default: '20' },
    ...Object.fromEntries(Object.keys(longForm).map((name) => [name, { type: 'string' as const }])),
  },
});
const amounts: Amounts = { ...(values.short === true ? shortForm : longForm) };
const from: Partial<Record<Pieced, number>> = {};
const given: Record<string, unknown> = values;
for (const name of Object.keys(longForm) as (keyof Amounts)[]) {
  const value = given[name];
  if (typeof value !== 'string') continue;
  const range = /^(?:(\d+)-)?(\d+)$/.exec(value);
  if (range === null)
    throw new RangeError(`--${name} takes an amount, or what is done and the amount: 2000-10000`);
  amounts[name] = Number(range[2]);
  if (range[1] === undefined) continue;
  if (name === 'fullDisk' || name === 'fileLimit' || name === 'swaps')
    throw new RangeError(`--${name} is done at one go`);
  from[name] = Number(range[1]);
}
const how = { seed: Number(values.seed), tell: (line: string) => void process.stdout.write(`${line}\n`) };
const report = values.servers
  ? await runServers({ ...how, seconds: Number(values.seconds), writers: Number(values.writers) })
  : await runFaults(amounts, { ...how, from });
process.stdout.write(`${JSON.stringify(report)}\n`);
const { lost, duplicated, wrongApprovals, otherwiseWrong } = report;
process.exitCode = lost + duplicated + wrongApprovals + otherwiseWrong === 0 ? 0 : 1;

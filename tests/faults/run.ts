import { parseArgs } from 'node:util';
import { longForm, runFaults, shortForm, type Amounts } from './store/runFaults.ts';

// `npm run faults` tries the long form, `npm run faults -- --short` the short one. `--seed N` makes another run, and
// `--kills 2000 --interleavings 0` and so on another amount of each, so that the long form can be had in pieces.
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    ...Object.fromEntries(Object.keys(longForm).map((name) => [name, { type: 'string' as const }])),
  },
});
const form = values.short === true ? shortForm : longForm;
const given: Record<string, unknown> = values;
const amounts = Object.fromEntries(
  Object.entries(form).map(([name, amount]) => [name, Number(given[name] ?? amount)]),
) as unknown as Amounts; // The keys are those of the form.
const report = await runFaults(amounts, {
  seed: Number(values.seed),
  tell: (line) => process.stdout.write(`${line}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
const { lost, duplicated, wrongApprovals, otherwiseWrong } = report;
process.exitCode = lost + duplicated + wrongApprovals + otherwiseWrong === 0 ? 0 : 1;

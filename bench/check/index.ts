// The check beside a parser that does nothing else, and beside programs that check YAML against a schema.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { makeCorpus } from './corpus.ts';
import { installPeers, peerCommands, peerVersions } from './peers.ts';
import { plantBreaches, plantFaults, type Planted } from './plantFaults.ts';
import { runNode, takeTurns, type Run } from './processes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const guicheng = here('../../dist/node/guicheng.js');
const date = '2026-06-01';
/** Exit codes of a program that looked at everything, whether it found something or not. */
const looked = [0, 1];

interface Told {
  file: string;
  line: number;
}

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  installPeers();
  const work = await mkdtemp(join(tmpdir(), 'guicheng-bench-check-'));
  try {
    const against = await againstParser(work, quick);
    const peers = await againstPeers(work, quick);
    const growth = await growing(work, quick ? [100, 1000] : [1000, 10_000, 100_000]);
    return {
      versions: peerVersions(),
      rows: [...against.rows, ...peers.rows, ...growth.rows],
      result: { ...against.result, ...peers.result, ...growth.result },
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function check(dir: string, ...more: string[]): Promise<Run> {
  return runNode([guicheng, 'check', dir, '--format', 'json', '--date', date, ...more], looked);
}

/** All rules on many files, in a new process, against the `yaml` package parsing the same files. */
async function againstParser(work: string, quick: boolean) {
  const count = quick ? 1000 : 10_000;
  const dir = join(work, 'parse');
  await makeCorpus(dir, count);
  const times = await takeTurns(
    {
      guicheng: () => check(dir),
      yaml: () => runNode([here('parseWithYaml.mjs'), join(dir, '000000')]),
    },
    quick ? 1 : 5,
  );
  const ratio = times.guicheng.seconds / times.yaml.seconds;
  return {
    rows: [
      row(`${count} items: read, all rules`, times.guicheng),
      row(`${count} items: yaml parses them`, times.yaml),
      { case: 'all rules ÷ yaml parse', ratio: round(ratio) },
    ],
    result: { items: count, ratioToYamlParse: round(ratio) },
  };
}

/** A thousand files with 150 faults in fifty of them, and as many breaches of law in fifty others. */
async function againstPeers(work: string, quick: boolean) {
  const dir = join(work, 'faults');
  const paths = await makeCorpus(dir, 1000);
  const planted = await plantFaults(paths.slice(0, 50));
  const folder = join(dir, '000000');
  const commands = await peerCommands(folder, work);
  const times = await takeTurns(
    {
      schema: () => check(dir, '--only', 'schema'),
      all: () => check(dir),
      'ajv-cli': () => runNode(commands['ajv-cli'], looked),
    },
    quick ? 1 : 5,
  );
  const slow = {
    spectral: await runNode(commands.spectral, looked),
    'yaml-language-server': await runNode(commands['yaml-language-server']),
  };
  const ours = diagnosticsOf(await check(dir));
  const breaches = await plantBreaches(paths.slice(50, 100));
  const lawful = diagnosticsOf(await check(dir));
  const found = {
    guicheng: foundOf(planted, ours),
    spectral: foundOf(planted, spectralTold(slow.spectral.output)),
    'yaml-language-server': foundOf(planted, serverTold(slow['yaml-language-server'].output)),
  };
  const ajv = times['ajv-cli'].seconds;
  return {
    rows: [
      row('1,000 items, 150 faults: schema alone', times.schema),
      {
        ...row('1,000 items, 150 faults: all rules', times.all),
        found: `${found.guicheng} of ${planted.length}`,
      },
      { ...row('1,000 items, 150 faults: ajv-cli', times['ajv-cli']), found: 'no lines' },
      {
        ...row('1,000 items, 150 faults: spectral', slow.spectral),
        found: `${found.spectral} of ${planted.length}`,
      },
      {
        ...row('1,000 items, 150 faults: yaml-language-server', slow['yaml-language-server']),
        found: `${found['yaml-language-server']} of ${planted.length}`,
      },
      {
        case: '50 breaches of law besides: all rules',
        found: `${foundOf(breaches, lawful)} of ${breaches.length}`,
      },
    ],
    result: {
      ratioToAjvCliSchema: round(times.schema.seconds / ajv),
      ratioToAjvCliAll: round(times.all.seconds / ajv),
      found: found.guicheng,
      planted: planted.length,
      foundByPeers: { spectral: found.spectral, 'yaml-language-server': found['yaml-language-server'] },
      breachesFound: foundOf(breaches, lawful),
      breachesPlanted: breaches.length,
    },
  };
}

/** Time and memory a file as the catalogue grows. */
async function growing(work: string, counts: readonly number[]) {
  const rows: BenchReport['rows'] = [];
  const sizes: { items: number; seconds: number; peakMiB: number }[] = [];
  for (const items of counts) {
    const dir = join(work, `of-${items}`);
    await makeCorpus(dir, items);
    const { seconds, peakMiB } = await check(dir);
    await rm(dir, { recursive: true });
    sizes.push({ items, seconds: round(seconds), peakMiB: Math.round(peakMiB) });
    rows.push(row(`${items} items: read, all rules`, { seconds, peakMiB }));
  }
  return { rows, result: { growth: sizes } };
}

/** How many of the faults are told at their line. */
function foundOf(planted: readonly Planted[], told: readonly Told[]): number {
  const places = new Set(told.map(({ file, line }) => `${basename(file)}:${line}`));
  return planted.filter(({ path, line }) => places.has(`${basename(path)}:${line}`)).length;
}

function diagnosticsOf({ output }: Run): Told[] {
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { file: string; range?: { start: { line: number; column: number } } }[];
  };
  return diagnostics.flatMap(({ file, range }) =>
    range === undefined ? [] : [{ file, line: range.start.line }],
  );
}

/** Spectral counts lines from 0. */
function spectralTold(output: string): Told[] {
  const told = JSON.parse(output) as { source: string; range: { start: { line: number } } }[];
  return told.map(({ source, range }) => ({ file: source, line: range.start.line + 1 }));
}

function serverTold(output: string): Told[] {
  return JSON.parse(output) as Told[];
}

function row(
  name: string,
  { seconds, peakMiB }: { seconds: number; peakMiB: number },
): Record<string, string | number> {
  return { case: name, seconds: round(seconds), 'peak MiB': Math.round(peakMiB) };
}

/** Three digits that count. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}

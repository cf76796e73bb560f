// Reading and checking an item beside the parsers that others use, and what becomes of hostile files.
import { checkItemText } from '../../src/check/index.ts';
import type { Lookups } from '../../src/catalogue/index.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { hostileFiles } from '../../tests/hostile.ts';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { corpora, medianBytes, type Corpus } from './corpora.ts';
import { fates, type Fate } from './hostileRows.ts';
import { date, hostileReaders, itemFile, itemReaders, peerVersions } from './readers.ts';

type Rows = BenchReport['rows'];

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  const { lookups } = await sampleCatalogue();
  const rows: Rows = [];
  const microseconds: Record<string, Record<string, number>> = {};
  for (const corpus of await corpora()) {
    for (const text of corpus.texts) refuseErrors(text, lookups);
    const times = interleaved(corpus, itemReaders(lookups), quick ? 5 : 60);
    microseconds[corpus.name] = times;
    for (const [reader, time] of Object.entries(times)) {
      rows.push({
        case: `a ${corpus.name} item (${medianBytes(corpus)} bytes): ${reader}`,
        µs: round(time),
        '÷ yaml parse': round(time / times['yaml parse']!),
        '÷ js-yaml load': round(time / times['js-yaml load']!),
      });
    }
  }
  const hostile = await hostileFates(quick);
  for (const [name, by] of Object.entries(hostile)) {
    const { guicheng, ...peers } = by;
    rows.push({
      case: `hostile: ${name}`,
      µs: round((guicheng!.milliseconds ?? NaN) * 1000),
      guicheng: guicheng!.kind === 'refused' ? guicheng!.says : inWords(guicheng!),
      ...Object.fromEntries(Object.entries(peers).map(([peer, fate]) => [peer, inWords(fate)])),
    });
  }
  return { versions: peerVersions(), rows, result: { microseconds, hostile } };
}

/** A reader that gives up early would look fast, so every item must be free of errors. */
function refuseErrors(text: string, lookups: Lookups): void {
  const { diagnostics, effective } = checkItemText({ file: itemFile, text, upper: [] }, { lookups, date });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(`An item of the benchmark is wrong: ${error.messageEn}`);
  if (effective === undefined) throw new Error('An item of the benchmark was not read');
}

/**
 * Median microseconds an item of each reader over all texts. Readers take turns within a round and begin at
 * another one each round, so that what the machine does besides falls on all of them.
 */
function interleaved(
  { texts }: Corpus,
  readers: Record<string, (text: string) => unknown>,
  rounds: number,
): Record<string, number> {
  const names = Object.keys(readers);
  const times = new Map(names.map((name): [string, number[]] => [name, []]));
  const warmUp = Math.ceil(rounds / 6);
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + warmUp) % names.length]!;
      const start = performance.now();
      for (const text of texts) readers[name]!(text);
      const time = ((performance.now() - start) * 1000) / texts.length;
      if (round >= 0) times.get(name)!.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)]));
}

/** What each reader makes of each hostile file, by file and reader. */
async function hostileFates(quick: boolean): Promise<Record<string, Record<string, Fate>>> {
  const names = hostileFiles().map(([name]) => name);
  const table: Record<string, Record<string, Fate>> = Object.fromEntries(names.map((name) => [name, {}]));
  for (const reader of Object.keys(hostileReaders)) {
    const found = await fates(reader, quick ? 1 : 9, quick ? 5000 : 30_000);
    for (const [i, name] of names.entries()) table[name]![reader] = found[i]!;
  }
  return table;
}

function inWords({ kind, says, milliseconds }: Fate): string {
  const what = { value: 'a value', refused: `error “${says}”`, timeout: `no end: ${says}`, crash: `process ends: ${says}` }; // prettier-ignore
  return milliseconds === undefined ? what[kind] : `${round(milliseconds)} ms, ${what[kind]}`;
}

function median(list: number[]): number {
  return list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
}

/** Three digits that count. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}

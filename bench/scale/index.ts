// How the time a guide and the memory of a build grow from a thousand guides to a nation's million, built in shards.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { runNode } from '../check/processes.ts';
import { only } from '../publish/parts.ts';
import { roomyMemory } from '../publish/roomyMemory.ts';
import { clear, makeFlat, makeLayered } from './corpus.ts';

const guicheng = fileURLToPath(new URL('../../dist/node/guicheng.js', import.meta.url));
const date = '2026-11-26';
const bytesOfMillion = 20e9;

interface Case {
  guides: number;
  /** Guides of one build, where a catalogue is built in shards. */
  built: number;
  more: string[];
}

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  const work = await mkdtemp(join(await roomyMemory(bytesOfMillion), 'guicheng-bench-scale-'));
  const [dir, out] = [join(work, 'catalogue'), join(work, 'site')];
  const rows: BenchReport['rows'] = [];
  const build = async (name: string, { guides, built, more }: Case) => {
    await clear(out);
    const { seconds, peakMiB } = await runNode([
      guicheng,
      'build',
      dir,
      '--out',
      out,
      '--date',
      date,
      ...only('guides', 'divisions'),
      ...more,
    ]);
    rows.push({
      case: name,
      guides,
      'built at once': built,
      seconds: Math.round(seconds * 10) / 10,
      'ms a guide': Math.round((seconds / built) * 1e5) / 100,
      'peak MiB': Math.round(peakMiB),
    });
  };
  try {
    for (const guides of quick ? [1000] : [1000, 10_000, 100_000]) {
      await makeFlat(dir, guides);
      for (const [name, more] of [
        ['unchecked', ['--no-check', '--no-cache']],
        ['checked', []],
      ] as const)
        await build(name, { guides, built: guides, more: [...more] });
      // What is too much for the memory of one job is shared out among ten.
      if (guides === 100_000)
        await build('checked, shard 1 of 10', { guides, built: guides / 10, more: ['--shard', '1/10'] });
      await rm(dir, { recursive: true });
    }
    const [bases, counties, of] = quick ? [20, 100, 2] : [1000, 1000, 100];
    await makeLayered(dir, bases, counties);
    // All shards are alike: the first, one from the middle and the last.
    for (const index of new Set([1, Math.ceil(of / 2), of]))
      await build(`checked, shard ${index} of ${of}`, {
        guides: bases * counties,
        built: (bases * counties) / of,
        more: ['--shard', `${index}/${of}`],
      });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return { versions: {}, rows, result: { rows } };
}

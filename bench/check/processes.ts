import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One run of a program: what it took as a whole process, and what it printed. */
export interface Run {
  seconds: number;
  peakMiB: number;
  output: string;
}

const hook = fileURLToPath(new URL('peakMemory.mjs', import.meta.url));

/**
 * Runs `node` with `args` to its end, from a cold start. `codes` are the exit codes that mean it did its work.
 * @throws Error with what it printed where it ended otherwise.
 */
export async function runNode(
  args: readonly string[],
  codes: readonly number[] = [0],
  cwd = process.cwd(),
): Promise<Run> {
  const peakFile = join(tmpdir(), `guicheng-peak-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', hook, ...args], {
    cwd,
    env: { ...process.env, PEAK_FILE: peakFile, NODE_OPTIONS: '--max-old-space-size=12000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  const seconds = (performance.now() - start) / 1000;
  const output = Buffer.concat(chunks).toString();
  if (code === null || !codes.includes(code))
    throw new Error(
      `${args.join(' ')} ended with ${code}:\n${Buffer.concat(errors).toString().slice(0, 2000)}${output.slice(0, 2000)}`,
    );
  const peakMiB = Number(await readFile(peakFile, 'utf8')) / 1024;
  await rm(peakFile);
  return { seconds, peakMiB, output };
}

/** Runs each of `programs` `rounds` times, taking turns, after one round that does not count; the medians of each. */
export async function takeTurns<Name extends string>(
  programs: Record<Name, () => Promise<Run>>,
  rounds: number,
): Promise<Record<Name, { seconds: number; peakMiB: number }>> {
  const names = Object.keys(programs) as Name[]; // its own keys are its names
  const runs = new Map(names.map((name): [Name, Run[]] => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const name of names) {
      const run = await programs[name]();
      if (round >= 0) runs.get(name)!.push(run);
    }
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        seconds: median(runs.get(name)!.map(({ seconds }) => seconds)),
        peakMiB: median(runs.get(name)!.map(({ peakMiB }) => peakMiB)),
      },
    ]),
  ) as Record<Name, { seconds: number; peakMiB: number }>;
}

function median(list: number[]): number {
  return list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
}

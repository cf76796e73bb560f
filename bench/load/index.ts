// Many people at one studio for some minutes: how long each kind of request takes, and whether memory stays.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from '../../src/node/files/index.ts';
import { makeAccounts, RunningStudio, type Somebody } from '../../tests/runningStudio.ts';
import { sampleDir } from '../../tests/sampleCatalogue.ts';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { Figures } from './figures.ts';
import { editAtPace, reviewAtPace, type Pace } from './people.ts';
import { watchHeap } from './watchHeap.ts';
import { watchProcess } from './watchProcess.ts';

/** A busy centre: so many write, so many decide. */
const editors = 50;
const reviewers = 5;

export async function run({ quick, seconds = quick ? 20 : 300 }: BenchOptions): Promise<BenchReport> {
  const work = await mkdtemp(join(tmpdir(), 'guicheng-bench-load-'));
  const dataDir = join(work, 'data');
  const studio = new RunningStudio({ catalogueDir: sampleDir, dataDir });
  try {
    const people = peopleOf();
    await makeAccounts(people, [dataDir]);
    await studio.start();
    const figures = new Figures();
    const files = [...(await readFolder(sampleDir)).keys()].filter((path) =>
      /^000000\/[a-z-]+\.yaml$/.test(path),
    );
    const all = people.map((person, i): Pace => ({ url: studio.url, ...person, figures, files, seed: i }));
    // Signing in takes long by design: all are there before the clock begins.
    const sessions = [];
    for (const pace of all)
      sessions.push(pace.roles.includes('drafter') ? await editAtPace(pace) : await reviewAtPace(pace));
    const watch = watchProcess(studio.pid);
    const heap = watchHeap(studio.url);
    const until = performance.now() + seconds * 1000;
    figures.begin();
    await Promise.all(sessions.map((work) => work(until)));
    const machine = watch.end();
    const minutes = await heap.end();
    const lag = await eventLoopLag(studio.url);
    await studio.stop();
    return {
      versions: {},
      rows: [...figures.rows(), ...machine.rows],
      result: {
        editors,
        reviewers,
        seconds,
        requests: figures.count,
        errors: figures.errors.length,
        errorsTold: figures.errors.slice(0, 5),
        conflicts: figures.conflicts,
        kinds: figures.kinds(),
        ...machine.result,
        ...minutes,
        ...lag,
      },
    };
  } finally {
    await studio.kill({ all: true });
    await rm(work, { recursive: true, force: true });
  }
}

function peopleOf(): Somebody[] {
  return [
    ...Array.from({ length: editors }, (_, i): Somebody => ({
      user: `drafter${i}`,
      name: `起草${i}`,
      roles: ['drafter'],
    })),
    ...Array.from({ length: reviewers }, (_, i): Somebody => ({
      user: `reviewer${i}`,
      name: `审核${i}`,
      roles: [i % 2 === 0 ? 'reviewer' : 'legal'],
    })),
  ];
}

/** What the server says of its own event loop at the end. */
async function eventLoopLag(url: string): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const ms = (name: string) =>
    Math.round(
      Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1]) * 1000,
    );
  return { eventLoopP50Ms: ms('p50'), eventLoopP99Ms: ms('p99') };
}

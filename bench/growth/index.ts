// A repository with ever more open drafts: how long their list takes, at first and later, and in how much memory.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftRow } from '../../src/api/index.ts';
import { quantile } from '../../tests/faults/quantile.ts';
import { makeAccounts, password, RunningStudio } from '../../tests/runningStudio.ts';
import { sampleDir } from '../../tests/sampleCatalogue.ts';
import { StudioClient } from '../../tests/studioClient.ts';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { cpuSeconds, residentMib } from '../load/watchProcess.ts';
import { plantDrafts } from './plantDrafts.ts';

/** Times the list is asked for once it is known. */
const rounds = 20;

const legal = { user: 'legal', name: '法制审核员', roles: ['legal' as const] };

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  const rows: BenchReport['rows'] = [];
  const growth: Awaited<ReturnType<typeof measured>>[] = [];
  for (const drafts of quick ? [100] : [100, 1000, 5000]) {
    const one = await measured(drafts);
    growth.push(one);
    rows.push({
      'open drafts': drafts,
      'start s': one.startMs / 1000,
      'first list ms': one.coldMs,
      'list later, p50 ms': one.warmP50Ms,
      'p95 ms': one.warmP95Ms,
      'processor ms': one.warmCpuMs,
      'after a save ms': one.afterSaveMs,
      'answer KiB': one.answerKib,
      'resident MiB before': one.residentBeforeMib,
      after: one.residentMib,
    });
  }
  return { versions: {}, rows, result: { growth } };
}

async function measured(drafts: number) {
  const work = await mkdtemp(join(tmpdir(), 'guicheng-bench-growth-'));
  const dataDir = join(work, 'data');
  const studio = new RunningStudio({ catalogueDir: sampleDir, dataDir });
  try {
    const drafter = { user: 'drafter', name: '起草员', roles: ['drafter' as const] };
    await makeAccounts([legal, drafter], [dataDir]);
    await studio.start();
    await studio.stop();
    await plantDrafts(join(dataDir, 'repository.git'), drafts);
    const from = performance.now();
    await studio.start();
    const startMs = Math.round(performance.now() - from);
    const client = new StudioClient(studio.url, { user: legal.user, password });
    await client.signIn();
    const residentBefore = residentMib(studio.pid);
    const list = async () => {
      const { status, body, ms } = await client.ask<DraftRow[]>('GET', '/api/drafts');
      if (status !== 200 || body.length < drafts)
        throw new Error(`${body.length} of ${drafts} drafts were listed`);
      return { ms, body };
    };
    const cold = await list();
    const warm: number[] = [];
    const before = cpuSeconds(studio.pid);
    for (let round = 0; round < rounds; round++) warm.push((await list()).ms);
    const after = cpuSeconds(studio.pid);
    const warmCpuMs = (1000 * (after.own + after.children - before.own - before.children)) / rounds;
    // What one person does must not make everybody else's list new.
    const other = new StudioClient(studio.url, { user: 'drafter', password });
    const begun = await other.ask('POST', '/api/drafts', {
      body: { file: '000000/food-business-licence.yaml' },
    });
    if (begun.status !== 201) throw new Error(`No draft was begun: ${begun.status}`);
    const afterSave = await list();
    return {
      drafts,
      startMs,
      coldMs: Math.round(cold.ms),
      warmP50Ms: quantile(warm, 0.5) ?? Number.NaN,
      warmP95Ms: quantile(warm, 0.95) ?? Number.NaN,
      warmCpuMs: Math.round(warmCpuMs),
      afterSaveMs: Math.round(afterSave.ms),
      answerKib: Math.round(JSON.stringify(cold.body).length / 1024),
      residentBeforeMib: Math.round(residentBefore),
      residentMib: Math.round(residentMib(studio.pid)),
    };
  } finally {
    await studio.kill({ all: true });
    await rm(work, { recursive: true, force: true });
  }
}

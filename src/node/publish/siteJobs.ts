import { availableParallelism } from 'node:os';
import { buildCatalogue, type EngineOptions, type EngineResult, type Step } from './engine/index.ts';
import { makeRelease, sweepReleases, type Release } from './makeRelease.ts';

/** Work of a publish that takes long. */
export type SiteJob =
  | { kind: 'build'; options: Omit<EngineOptions, 'progress' | 'threads'> }
  | { kind: 'release'; release: Release }
  | { kind: 'sweep'; sweep: Parameters<typeof sweepReleases>[0] };

/** What a job gives. */
export type JobResult = EngineResult | { kind: 'done' };

/** How far a job is. */
export type JobStep = Step | { kind: 'release'; done: number; all: number };

/** What the process of a job tells whoever started it. */
export type JobMessage =
  | { kind: 'step'; step: JobStep }
  | { kind: 'result'; result: JobResult }
  | { kind: 'failed'; message: string; code?: string; stack?: string };

/** Does a job in this process. */
export async function doSiteJob(job: SiteJob, progress: (step: JobStep) => void): Promise<JobResult> {
  switch (job.kind) {
    case 'build':
      return buildCatalogue({ ...job.options, threads: availableParallelism() - 1, progress });
    case 'release':
      await makeRelease(job.release, (done, all) => progress({ kind: 'release', done, all }));
      return { kind: 'done' };
    case 'sweep':
      sweepReleases(job.sweep);
      return { kind: 'done' };
  }
}

import { availableParallelism } from 'node:os';
import { buildCatalogue, type EngineOptions, type EngineResult } from './engine/index.ts';
import { makeRelease, sweepReleases, type Release } from './makeRelease.ts';

/** Work of a publish that takes long. */
export type SiteJob =
  | { kind: 'build'; options: Omit<EngineOptions, 'progress' | 'threads'> }
  | { kind: 'release'; release: Release }
  | { kind: 'sweep'; sweep: Parameters<typeof sweepReleases>[0] };

/** What a job gives. */
export type JobResult = EngineResult | { kind: 'done' };

/** What the process of a job tells whoever started it. */
export type JobMessage =
  { kind: 'result'; result: JobResult } | { kind: 'failed'; message: string; code?: string; stack?: string };

/** Does a job in this process. */
export async function doSiteJob(job: SiteJob): Promise<JobResult> {
  switch (job.kind) {
    case 'build':
      return buildCatalogue({ ...job.options, threads: availableParallelism() - 1 });
    case 'release':
      makeRelease(job.release);
      return { kind: 'done' };
    case 'sweep':
      sweepReleases(job.sweep);
      return { kind: 'done' };
  }
}

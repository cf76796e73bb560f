import { compileSparingly } from './engine/index.ts';
import { doSiteJob, type JobMessage, type JobStep, type SiteJob } from './siteJobs.ts';

compileSparingly();

/** The process of one job: see `runSiteJob`. It ends when it has told the result, or nobody is there to hear it. */
function end(message: JobMessage): void {
  process.send!(message, undefined, undefined, () => process.exit());
}

/** Milliseconds between two steps that are told: nobody reads faster, and to tell takes time. */
const pause = 100;
let last: { kind: JobStep['kind'] | undefined; at: number } = { kind: undefined, at: 0 };

function tell(step: JobStep): void {
  const at = Date.now();
  if (step.kind === last.kind && at - last.at < pause) return;
  last = { kind: step.kind, at };
  process.send!({ kind: 'step', step } satisfies JobMessage);
}

process.on('disconnect', () => process.exit(1));
process.once('message', (job: SiteJob) => {
  doSiteJob(job, tell).then(
    (result) => end({ kind: 'result', result }),
    (error: NodeJS.ErrnoException) => {
      const { message, code, stack } = error;
      end({ kind: 'failed', message, ...(code !== undefined && { code }), ...(stack && { stack }) });
    },
  );
});

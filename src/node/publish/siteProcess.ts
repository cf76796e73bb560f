import { doSiteJob, type JobMessage, type SiteJob } from './siteJobs.ts';

/** The process of one job: see `runSiteJob`. It ends when it has told the result, or nobody is there to hear it. */
function tell(message: JobMessage): void {
  process.send!(message, undefined, undefined, () => process.exit());
}

process.on('disconnect', () => process.exit(1));
process.once('message', (job: SiteJob) => {
  doSiteJob(job).then(
    (result) => tell({ kind: 'result', result }),
    (error: NodeJS.ErrnoException) => {
      const { message, code, stack } = error;
      tell({ kind: 'failed', message, ...(code !== undefined && { code }), ...(stack && { stack }) });
    },
  );
});

import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { builtPart } from './engine/index.ts';
import { doSiteJob, type JobMessage, type JobResult, type JobStep, type SiteJob } from './siteJobs.ts';

/**
 * Does a job in a process of its own, which gives way to everything else on the machine: whoever asks the server
 * meanwhile waits for none of it. Where the program was not built (a test) it is done here.
 * @throws Error as the job does, with its code, or where the process ends without a result.
 */
export function runSiteJob(job: SiteJob, progress: (step: JobStep) => void): Promise<JobResult> {
  const program = builtPart('siteProcess.js');
  return program === undefined ? doSiteJob(job, progress) : startSiteJob(program, job, progress).result;
}

/** Threads by which a process flushes files: each waits for the disk, and takes no time of a core. */
const flushing = 32;

/** Starts the process of a job. */
export function startSiteJob(
  program: string,
  job: SiteJob,
  progress: (step: JobStep) => void = () => {},
): { child: ChildProcess; result: Promise<JobResult> } {
  const child = fork(program, {
    execArgv: [],
    env: { ...process.env, UV_THREADPOOL_SIZE: String(flushing) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const result = new Promise<JobResult>((resolve, reject) => {
    child.on('message', (message: JobMessage) => {
      if (message.kind === 'step') progress(message.step);
      else if (message.kind === 'result') resolve(message.result);
      else {
        const { message: text, code, stack } = message;
        reject(Object.assign(new Error(text), code !== undefined && { code }, stack && { stack }));
      }
    });
    child.on('error', reject);
    // After a result this says nothing new.
    child.on('exit', (code, signal) =>
      reject(new Error(`The process of a publish ended with ${signal ?? code} and no result`)),
    );
    child.send(job, (error) => {
      if (error) reject(error);
    });
  });
  return { child, result };
}

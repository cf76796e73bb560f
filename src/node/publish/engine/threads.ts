import type { Batch, WorkerSetting } from './itemWorker.ts';
import { threadOf } from './readyThread.ts';
import type { Numbering } from './results.ts';

/** Threads that work on items beside this one. */
export interface Threads {
  /** Hands over what they have made by now, and each batch from then on, with the numbers of its thread. */
  deliver(take: (batch: Batch, numbering: Numbering) => void): void;
  /** When all have ended. @throws what one of them threw. */
  ended: Promise<unknown>;
  /** Ends them where they are. */
  stop(): Promise<void>;
}

/** Starts `count` threads of the program `worker`, which begin at once. */
export function startThreads(worker: string, count: number, data: WorkerSetting): Threads {
  const waiting: [Batch, Numbering][] = [];
  let take: ((batch: Batch, numbering: Numbering) => void) | undefined;
  const threads = Array.from({ length: count }, () => threadOf(worker));
  const ends = threads.map((thread) => {
    const numbering: Numbering = { questions: [], links: [] };
    thread.on('message', (batch: Batch) => {
      if (take === undefined) waiting.push([batch, numbering]);
      else take(batch, numbering);
    });
    return new Promise<void>((resolve, reject) => {
      thread.on('error', reject);
      thread.on('exit', () => resolve());
      thread.postMessage(data, []);
    });
  });
  const ended = Promise.all(ends);
  // Whoever stops them before their end does not ask how it went.
  ended.catch(() => undefined);
  return {
    deliver: (to) => {
      take = to;
      for (const [batch, numbering] of waiting.splice(0)) to(batch, numbering);
    },
    ended,
    stop: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

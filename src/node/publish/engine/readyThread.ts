import { Worker } from 'node:worker_threads';

/** What a thread is begun with that waits to be told what to do. */
export const waiting = { waitsForItems: true };

let ready: { program: string; thread: Worker } | undefined;

/**
 * Begins a thread of the program `program` before it is known whether there is work for it, and what. It holds up
 * nobody's end.
 */
export function readyThread(program: string): void {
  const thread = new Worker(program, { workerData: waiting });
  thread.unref();
  ready = { program, thread };
}

/** A thread of `program` that waits for its work: the one that was begun, once, or a new one. */
export function threadOf(program: string): Worker {
  if (ready?.program !== program) return new Worker(program, { workerData: waiting });
  const { thread } = ready;
  ready = undefined;
  thread.ref();
  return thread;
}

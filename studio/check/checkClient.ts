import type { ItemText } from '../../src/check/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import type { CheckAnswer, CheckRequest } from './protocol.ts';

/** Checks texts in a worker. Only the answer to the newest question is given; older ones are dropped. */
export interface CheckClient {
  check(subject: ItemText): void;
  close(): void;
}

/**
 * Starts the worker. `onAnswer` is called for every answer that is not out of date, `onFault` when the worker
 * fails; it is then started again at the next question.
 */
export function openCheckClient(
  data: LookupData,
  onAnswer: (answer: CheckAnswer) => void,
  onFault: () => void,
): CheckClient {
  let worker: Worker | undefined;
  let newest = 0;
  let busy = false;
  let waiting: ItemText | undefined;

  function start(): Worker {
    const made = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data: answer }: MessageEvent<CheckAnswer>) => {
      busy = false;
      if (answer.request === newest && waiting === undefined) onAnswer(answer);
      next();
    });
    made.addEventListener('error', () => {
      made.terminate();
      worker = undefined;
      busy = false;
      onFault();
      // The text that waited may be one that goes well.
      next();
    });
    ask(made, { kind: 'lookups', data });
    return made;
  }

  // One question at a time: while the worker thinks only the newest text waits.
  function next(): void {
    if (busy || waiting === undefined) return;
    worker ??= start();
    busy = true;
    newest++;
    const subject = waiting;
    waiting = undefined;
    ask(worker, { kind: 'check', request: newest, subject });
  }

  return {
    check(subject) {
      waiting = subject;
      next();
    },
    close: () => worker?.terminate(),
  };
}

function ask(worker: Worker, request: CheckRequest): void {
  worker.postMessage(request, []);
}

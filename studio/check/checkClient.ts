import type { ItemText } from '../../src/check/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import type { CheckAnswer, CheckRequest, DrawAnswer } from './protocol.ts';

/** Checks texts in a worker. Only the answer to the newest question is given; older ones are dropped. */
export interface CheckClient {
  check(subject: ItemText): void;
  /** Asks for the page of the newest text, once that is checked; of a translation, that in `division`. */
  draw(division?: string): void;
  close(): void;
}

/**
 * Starts the worker. `onAnswer` is called for every answer that is not out of date, `onPage` with a page that was
 * asked for and could be made, `onFault` when the worker fails; it is then started again at the next question.
 */
export function openCheckClient(
  data: LookupData,
  onAnswer: (answer: CheckAnswer) => void,
  onPage: (page: string) => void,
  onFault: () => void,
): CheckClient {
  let worker: Worker | undefined;
  let newest = 0;
  let busy = false;
  let waiting: ItemText | undefined;
  let wanted: { division: string | undefined } | undefined;

  function start(): Worker {
    const made = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data: answer }: MessageEvent<CheckAnswer | DrawAnswer>) => {
      busy = false;
      if (answer.kind === 'drawn') {
        if (answer.page !== undefined) onPage(answer.page);
      } else if (answer.request === newest && waiting === undefined) onAnswer(answer);
      next();
    });
    made.addEventListener('error', () => {
      made.terminate();
      worker = undefined;
      busy = false;
      wanted = undefined;
      onFault();
      // The text that waited may be one that goes well.
      next();
    });
    ask(made, { kind: 'lookups', data });
    return made;
  }

  // One question at a time: while the worker thinks only the newest text waits. A page comes after every check.
  function next(): void {
    if (busy) return;
    if (waiting !== undefined) {
      busy = true;
      newest++;
      const subject = waiting;
      waiting = undefined;
      ask((worker ??= start()), { kind: 'check', request: newest, subject });
    } else if (wanted !== undefined && worker !== undefined) {
      busy = true;
      const { division } = wanted;
      wanted = undefined;
      ask(worker, { kind: 'draw', request: newest, division });
    }
  }

  return {
    check(subject) {
      waiting = subject;
      next();
    },
    draw(division) {
      wanted = { division };
      next();
    },
    close: () => worker?.terminate(),
  };
}

function ask(worker: Worker, request: CheckRequest): void {
  worker.postMessage(request, []);
}

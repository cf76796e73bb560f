import type { ItemText } from '../../src/check/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import type { Edit } from '../../src/model/edit.ts';
import type { TextChange } from '../../src/text/index.ts';
import type { CheckAnswer, CheckRequest, DrawAnswer } from './protocol.ts';

/** Checks texts in a worker. Only the answer to the newest question is given; older ones are dropped. */
export interface CheckClient {
  check(subject: ItemText): void;
  /**
   * Checks ahead what `edits` would make of the text asked about last. The answer is given when that text is asked
   * about, and else dropped. Where the worker is at something it is left to it: the text itself will be asked about.
   */
  foresee(edits: readonly Edit[]): void;
  /** What `edits` make of the text asked about last, where that was foreseen and is known by now. */
  foreseen(edits: readonly Edit[]): { text: string; changes: readonly TextChange[] } | undefined;
  /** Asks for the page of the newest text, once that is checked. */
  draw(): void;
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
  let wanted = false;
  /** What was asked about last; what is checked ahead is made of it. */
  let current: ItemText | undefined;
  /** A text that is checked ahead: what it is made of, and the answer until the page has it. */
  let ahead: { of: ItemText; edits: readonly Edit[]; answer?: CheckAnswer } | undefined;

  function start(): Worker {
    const made = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data: answer }: MessageEvent<CheckAnswer | DrawAnswer>) => {
      busy = false;
      if (answer.kind === 'drawn') {
        if (answer.page !== undefined) onPage(answer.page);
      } else if (ahead !== undefined) {
        ahead.answer = answer;
        meet();
      } else if (answer.request === newest && waiting === undefined) onAnswer(answer);
      next();
    });
    made.addEventListener('error', () => {
      made.terminate();
      worker = undefined;
      busy = false;
      wanted = false;
      ahead = undefined;
      onFault();
      // The text that waited may be one that goes well.
      next();
    });
    ask(made, { kind: 'lookups', data });
    return made;
  }

  /** Gives the answer that was made ahead where its text is the one that waits. */
  function meet(): void {
    if (ahead?.answer === undefined || waiting === undefined) return;
    const { of, answer } = ahead;
    ahead = undefined;
    if (answer.text !== waiting.text || of.attachments !== waiting.attachments) return;
    waiting = undefined;
    onAnswer(answer);
  }

  // One question at a time: while the worker thinks only the newest text waits. A page comes after every check.
  function next(): void {
    if (busy) return;
    // The worker draws what it checked last, which may have been a text that never came.
    if (wanted && ahead !== undefined) {
      ahead = undefined;
      waiting ??= current;
    }
    if (waiting !== undefined) {
      busy = true;
      newest++;
      const subject = waiting;
      waiting = undefined;
      ask((worker ??= start()), { kind: 'check', request: newest, subject });
    } else if (wanted && worker !== undefined) {
      busy = true;
      wanted = false;
      ask(worker, { kind: 'draw', request: newest });
    }
  }

  return {
    check(subject) {
      current = subject;
      waiting = subject;
      meet();
      next();
    },
    foresee(edits) {
      if (busy || current === undefined || worker === undefined) return;
      busy = true;
      ahead = { of: current, edits };
      newest++;
      ask(worker, { kind: 'check', request: newest, subject: current, edits });
    },
    foreseen(edits) {
      if (ahead?.answer === undefined || ahead.answer.changes.length === 0) return undefined;
      return ahead.of === current && JSON.stringify(ahead.edits) === JSON.stringify(edits)
        ? ahead.answer
        : undefined;
    },
    draw() {
      wanted = true;
      next();
    },
    close: () => worker?.terminate(),
  };
}

function ask(worker: Worker, request: CheckRequest): void {
  worker.postMessage(request, []);
}

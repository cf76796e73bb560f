import type { LookupData } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { CheckAnswer, CheckRequest } from '../check/protocol.ts';

/** Checks many texts one after the other; closing it ends the work. */
export interface TextsCheck {
  close(): void;
}

/**
 * Checks every text in the worker of the editor's check and tells of each; `onFault` where the worker fails, upon
 * which nothing more is told.
 */
export function checkTexts(
  data: LookupData,
  texts: readonly { path: string; text: string }[],
  { onFound, onFault }: { onFound: (path: string, found: Diagnostic[]) => void; onFault: () => void },
): TextsCheck {
  const worker = new Worker(new URL('../check/checkWorker.ts', import.meta.url), { type: 'module' });
  const ask = (request: CheckRequest) => worker.postMessage(request, []);
  const next = (at: number): void => {
    const one = texts[at];
    if (one === undefined) worker.terminate();
    else ask({ kind: 'check', request: at, subject: { file: one.path, text: one.text, upper: [] } });
  };
  worker.addEventListener('message', ({ data: answer }: MessageEvent<CheckAnswer>) => {
    onFound(texts[answer.request]!.path, answer.diagnostics); // it answers what it was asked
    next(answer.request + 1);
  });
  worker.addEventListener('error', () => {
    worker.terminate();
    onFault();
  });
  ask({ kind: 'lookups', data });
  next(0);
  return { close: () => worker.terminate() };
}

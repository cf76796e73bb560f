import type { ActRequest } from '../../../src/api/index.ts';

/** An operation whose answer came, as it was asked for. */
export type Acknowledged = { operation: string } & (
  | { kind: 'create'; draft: string; file: string; tip: string }
  /** `ifMatch` and `sent`: what the writer had before them, and made of it; `text`: what the answer said stands there now. */
  | {
      kind: 'save';
      draft: string;
      path: string;
      ifMatch: string;
      sent: string;
      tip: string;
      text?: string;
    }
  | { kind: 'act'; draft: string; deed: ActRequest; merged?: string }
  | { kind: 'publish'; live: string }
);

/** What the people of a run were told. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  /** Operations that were refused for good, and why: nothing of them may be found. */
  readonly refused = new Map<string, string>();
  /** Refusals by what was asked and how it was answered. */
  readonly refusals: Record<string, number> = {};
  /** Requests whose answer did not come, or was that the server cannot now. */
  cutOff = 0;
  /** Milliseconds from asking to the answer, by what was asked, where the first asking was answered. */
  readonly times = new Map<string, number[]>();
  /** The same where it had to be asked for again. */
  readonly repeated: number[] = [];

  timed(what: string, ms: number, attempts: number): void {
    if (attempts > 1) return void this.repeated.push(ms);
    const times = this.times.get(what) ?? [];
    times.push(ms);
    this.times.set(what, times);
  }

  refuse(what: string, status: number, kind: string, operation: string): void {
    const told = `${what} ${status} ${kind}`;
    this.refusals[told] = (this.refusals[told] ?? 0) + 1;
    this.refused.set(operation, told);
  }
}

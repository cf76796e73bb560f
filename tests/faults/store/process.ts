import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline';
import type { Answer, Request } from './request.ts';

export type Outcome = Answer | { kind: 'ready' } | { kind: 'failed'; why: string } | { kind: 'killed' };

/** A worker of its own process group, so that a kill hits it and every git it has started at once. */
export class WritingProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  readonly #answers: Outcome[] = [];
  #waiting: ((outcome: Outcome) => void) | undefined;
  #ended = false;

  /** Starts `script`; `shell` is run before it in the same shell, to limit it. */
  constructor(script: string, args: readonly string[], shell = '') {
    this.#child = spawn('/bin/sh', ['-c', `${shell} exec "$0" "$@"`, process.execPath, script, ...args], {
      detached: true,
      stdio: 'pipe',
    });
    this.#child.stderr.resume();
    this.#child.stdin.on('error', () => undefined);
    this.#lines = createInterface({ input: this.#child.stdout });
    this.#lines.on('line', (line) => this.#take(JSON.parse(line) as Outcome)); // A worker writes outcomes alone.
    // The lines come first, whatever ends first.
    void this.#end();
  }

  /** Waits until the worker has opened its store. */
  ready(): Promise<Outcome> {
    return this.#next();
  }

  perform(request: Request): Promise<Outcome> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return this.#next();
  }

  /** Kills the worker and every git it started, and waits until it is gone. */
  async kill(): Promise<void> {
    const { pid } = this.#child;
    if (pid !== undefined && !this.#ended) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    while (!this.#ended) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  /** Kills the gits that the worker has running, and says how many. */
  async killGits(): Promise<number> {
    const { pid } = this.#child;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const gits = children.split(' ').filter((child) => child !== '');
    let killed = 0;
    for (const git of gits)
      try {
        process.kill(Number(git), 'SIGKILL');
        killed++;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    return killed;
  }

  #next(): Promise<Outcome> {
    const answer = this.#answers.shift();
    if (answer !== undefined) return Promise.resolve(answer);
    if (this.#ended) return Promise.resolve({ kind: 'killed' });
    return new Promise((resolve) => {
      this.#waiting = (outcome) => {
        this.#waiting = undefined;
        resolve(outcome);
      };
    });
  }

  async #end(): Promise<void> {
    await Promise.all([once(this.#lines, 'close'), once(this.#child, 'exit')]);
    this.#ended = true;
    this.#waiting?.({ kind: 'killed' });
  }

  #take(outcome: Outcome): void {
    if (this.#waiting !== undefined) this.#waiting(outcome);
    else this.#answers.push(outcome);
  }
}

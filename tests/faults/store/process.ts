import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Request } from './request.ts';

export type Outcome = Answer | { kind: 'ready' } | { kind: 'failed'; why: string } | { kind: 'killed' };

/** A worker of its own process group, so that a kill hits it and every git it has started at once. */
export class WritingProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  readonly #answers: Outcome[] = [];
  #waiting: ((outcome: Outcome) => void) | undefined;
  #last: Promise<unknown> = Promise.resolve();
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

  /** Asks for one thing after another, whoever asks. */
  perform(request: Request): Promise<Outcome> {
    const answer = this.#last.then(() => {
      this.#child.stdin.write(`${JSON.stringify(request)}\n`);
      return this.#next();
    });
    this.#last = answer;
    return answer;
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
    while (!this.#ended) await sleep(1);
  }

  /** Kills the gits that the worker has, and says whether one of them was there to write. */
  async killGits(): Promise<boolean> {
    let hit = false;
    for (const { id, isWriting } of await this.#children()) {
      try {
        process.kill(id, 'SIGKILL');
        hit ||= isWriting;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    return hit;
  }

  /** The gits of the worker: one reads, every other moves refs or talks to the remote. */
  async #children(): Promise<{ id: number; isWriting: boolean }[]> {
    const { pid } = this.#child;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const ids = children.split(' ').filter((child) => child !== '');
    return Promise.all(
      ids.map(async (id) => {
        const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
        return { id: Number(id), isWriting: command !== '' && !command.includes('cat-file') };
      }),
    );
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

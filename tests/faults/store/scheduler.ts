import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '../../../src/node/review/index.ts';
import type { Random } from '../random.ts';

type Methods = readonly (keyof Store['repository'])[];

/** What others may do something between: each waits for its turn. All else that a store does of a repository is its own. */
const steps = ['readRef', 'listRefs', 'writeCommit', 'updateRef'] as const satisfies Methods;
const quiet = [
  'readTree',
  'readBlob',
  'readCommit',
  'history',
  'changedFiles',
  'written',
] as const satisfies Methods;

/**
 * Lets several stores that share a repository go on by one step at a time, each time one of those that are about to
 * take one, as a seed decides: so that two runs of one seed are the same, and each may be had again.
 */
export class Scheduler {
  readonly #random: Random;
  #waiting: { step: string; go(): void }[] = [];
  #working = 0;
  #isLooking = false;
  #steps: string[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** The steps in the order in which they were taken. */
  get taken(): readonly string[] {
    return this.#steps;
  }

  /** Has `store`, known by `name`, wait for its turn before it reads or moves a ref, or writes. */
  takeOver({ repository }: Store, name: string): void {
    // Methods are looked up by name, with their own arguments handed on.
    const methods = repository as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const method of [...steps, ...quiet]) {
      const work = methods[method]!.bind(repository);
      const isStep = (steps as readonly string[]).includes(method);
      methods[method] = async (...args) => {
        if (isStep) await this.pause(`${name} ${method}`);
        const result = await this.#counted(() => work(...args));
        // What moved a ref hears of it late, and so do those who wait for its answer.
        if (method === 'updateRef') await this.pause(`${name} answered`);
        return result;
      };
    }
  }

  /** Waits for a turn. */
  pause(step: string): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ step, go });
      this.#look();
    });
  }

  async #counted<T>(work: () => Promise<T>): Promise<T> {
    this.#working++;
    try {
      return await work();
    } finally {
      this.#working--;
      this.#look();
    }
  }

  /** Gives somebody the turn as soon as nobody has it. */
  #look(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    void this.#give();
  }

  async #give(): Promise<void> {
    // Whatever follows by itself from the last step comes first.
    await turn();
    this.#isLooking = false;
    if (this.#working > 0 || this.#waiting.length === 0) return;
    const at = this.#random.below(this.#waiting.length);
    const [next] = this.#waiting.splice(at, 1);
    this.#steps.push(next!.step);
    next!.go();
    this.#look();
  }
}

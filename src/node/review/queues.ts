/** Runs what is asked under one name one after another; other names go on beside it. */
export class Queues {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** The result of `work`, begun when all work under `name` asked for before has ended, well or badly. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#tails.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(name) === mine) this.#tails.delete(name);
    }
  }
}

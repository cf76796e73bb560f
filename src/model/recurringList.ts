/** Things that are kept at most, and how few of those asked for may recur until none is kept any more. */
const mostKept = 8;
const trial = 2000;
const leastRecurring = 0.1;

/** The last few things that were made, to be found again: for work on thousands of items that are alike in parts. */
export class RecurringList<T> {
  readonly #kept: T[] = [];
  #asked = 0;
  #found = 0;
  #oldest = 0;

  /** Whether it is worth asking: not where little recurs. */
  get isOfUse(): boolean {
    return this.#asked <= trial || this.#found >= this.#asked * leastRecurring;
  }

  find(is: (one: T) => boolean): T | undefined {
    this.#asked++;
    const found = this.#kept.find(is);
    if (found !== undefined) this.#found++;
    return found;
  }

  /** Keeps one, in the place of the oldest. */
  keep(one: T): void {
    this.#kept[this.#oldest] = one;
    this.#oldest = (this.#oldest + 1) % mostKept;
  }
}

/** What is known by key, up to a weight in all: what was put in first goes first, the last one stays whatever it weighs. */
export class Kept<T> {
  readonly #most: number;
  readonly #weigh: (value: T) => number;
  readonly #known = new Map<string, T>();
  #weight = 0;

  constructor(most: number, weigh: (value: T) => number) {
    this.#most = most;
    this.#weigh = weigh;
  }

  get(key: string): T | undefined {
    return this.#known.get(key);
  }

  set(key: string, value: T): void {
    this.#delete(key);
    this.#known.set(key, value);
    this.#weight += this.#weigh(value);
    for (const old of this.#known.keys()) {
      if (this.#weight <= this.#most || old === key) break;
      this.#delete(old);
    }
  }

  #delete(key: string): void {
    const value = this.#known.get(key);
    if (value === undefined) return;
    this.#known.delete(key);
    this.#weight -= this.#weigh(value);
  }
}

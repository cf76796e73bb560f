/** What is known by key: so much of it, the oldest goes first. */
export class Kept<T> {
  readonly #most: number;
  readonly #known = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#known.get(key);
  }

  set(key: string, value: T): void {
    const [first] = this.#known.keys();
    if (this.#known.size >= this.#most && first !== undefined) this.#known.delete(first);
    this.#known.set(key, value);
  }
}

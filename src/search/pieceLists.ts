import { readingsOf } from './readingsOf.ts';
import { runsOf } from './runsOf.ts';
import { foundIn } from './wire.ts';

/** More code units than there are, so that two of them make one number. */
const units = 2 ** 16;

/**
 * Pieces while they are gathered, document after document. A piece is a number here: millions of short texts would be
 * most of the time that an index takes.
 */
export class PieceLists {
  /** By `first * units + second`; of one character `second` is 0. Code units are renumbered as they come. */
  readonly #pairs = new Map<number, number[]>();
  /** By the code units of two initials. */
  readonly #initials = new Map<number, number[]>();
  readonly #filters = new Map<string, number[]>();
  readonly #indexes = new Uint16Array(units);
  /** Of each index its code unit, and the first letters of its readings. */
  readonly #codes: number[] = [0];
  readonly #letters: (readonly number[])[] = [[]];
  #document = -1;

  nextDocument(): void {
    this.#document++;
  }

  /** Pieces of one and two characters and pairs of initials. `of`: the place in `foundIn` of what holds them. */
  addWhole(texts: Iterable<string>, of: number): void {
    for (const text of texts)
      for (const run of runsOf(text)) {
        let before = 0;
        for (let i = 0; i < run.length; i++) {
          const index = this.#indexOf(run.charCodeAt(i));
          this.#add(this.#pairs, index * units, of);
          if (before > 0) {
            this.#add(this.#pairs, before * units + index, of);
            for (const first of this.#letters[before]!)
              for (const second of this.#letters[index]!)
                this.#add(this.#initials, first * units + second, of);
          }
          before = index;
        }
      }
  }

  /** Pieces of two characters. */
  addPairs(texts: Iterable<string>, of: number): void {
    for (const text of texts)
      for (const run of runsOf(text)) {
        let before = 0;
        for (let i = 0; i < run.length; i++) {
          const index = this.#indexOf(run.charCodeAt(i));
          if (before > 0) this.#add(this.#pairs, before * units + index, of);
          before = index;
        }
      }
  }

  addFilter(filter: string): void {
    this.#add(this.#filters, filter, 0);
  }

  /** All lists: pieces as they are written, initials with a `~`, filters as they came. */
  byPiece(): Map<string, number[]> {
    const lists = new Map(this.#filters);
    for (const [pair, list] of this.#pairs) {
      const [first, second] = [Math.floor(pair / units), pair % units];
      lists.set(
        String.fromCharCode(this.#codes[first]!, ...(second === 0 ? [] : [this.#codes[second]!])),
        list,
      );
    }
    for (const [pair, list] of this.#initials)
      lists.set(`~${String.fromCharCode(Math.floor(pair / units), pair % units)}`, list);
    return lists;
  }

  #indexOf(code: number): number {
    let index = this.#indexes[code]!;
    if (index === 0) {
      index = this.#indexes[code] = this.#codes.length;
      this.#codes.push(code);
      const letters = readingsOf(String.fromCharCode(code)).map((reading) => reading.charAt(0));
      this.#letters.push(
        [...new Set(letters)].filter((letter) => /[a-z]/.test(letter)).map((letter) => letter.charCodeAt(0)),
      );
    }
    return index;
  }

  #add<Key>(lists: Map<Key, number[]>, key: Key, of: number): void {
    const list = lists.get(key);
    const entry = this.#document * foundIn.length + of;
    if (list === undefined) lists.set(key, [entry]);
    else if (list[list.length - 1]! < this.#document * foundIn.length) list.push(entry);
  }
}

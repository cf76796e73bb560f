import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { FastBlock } from './fastBlock.ts';
import { LF } from './fastText.ts';

/** The text of a value from behind the colon of its key to the next key, the value, and how many it is of. */
interface Part {
  text: string;
  value: Plain;
  nodes: number;
}

/** Parts that are kept at most of one shape, and how few of those asked for may recur until none is kept any more. */
const mostKept = 8;
const trial = 2000;
const leastRecurring = 0.1;
/** A part keeps the text that it was cut out of. */
const longestText = 32 * 1024;

/** Whether a letter begins the line at `at`: whatever stands before it has ended, and nothing else tells how. */
function isKey(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return text.charCodeAt(at - 1) === LF && ((c >= 97 && c <= 122) || (c >= 65 && c <= 90));
}

class PartsOfShape {
  readonly #parts: Part[] = [];
  #asked = 0;
  #found = 0;
  #oldest = 0;

  get isOfUse(): boolean {
    return this.#asked <= trial || this.#found >= this.#asked * leastRecurring;
  }

  /** The part that `text` has at `at`, with a key behind it. */
  find(text: string, at: number): Part | undefined {
    this.#asked++;
    for (const part of this.#parts)
      if (text.startsWith(part.text, at) && isKey(text, at + part.text.length)) {
        this.#found++;
        return part;
      }
    return undefined;
  }

  keep(part: Part): void {
    this.#parts[this.#oldest] = part;
    this.#oldest = (this.#oldest + 1) % mostKept;
  }
}

/**
 * What files of a catalogue say in the same words, by the shape by which it is read: thousands of items have the same
 * rights, remedies and steps. Whoever reads with it gets one value for all and may change none.
 */
export class RecurringParts {
  readonly #known = new WeakMap<Shape, PartsOfShape>();

  of(shape: Shape): PartsOfShape {
    let parts = this.#known.get(shape);
    if (parts === undefined) this.#known.set(shape, (parts = new PartsOfShape()));
    return parts;
  }
}

/** Reads as {@link FastBlock} does, and what stood under a key of the root before as it was read then. */
export class RecurringBlock extends FastBlock {
  readonly #recurring: RecurringParts;

  constructor(text: string, recurring: RecurringParts) {
    super(text);
    this.#recurring = recurring;
  }

  protected override entryValue(column: number, shape: Shape): Plain {
    // Only the keys of the root stand in the first column.
    if (column !== 0) return super.entryValue(column, shape);
    const parts = this.#recurring.of(shape);
    if (!parts.isOfUse) return super.entryValue(column, shape);
    const { text, pos: start } = this;
    const known = parts.find(text, start);
    if (known !== undefined) {
      this.count(known.nodes);
      this.goOn(start + known.text.length);
      return known.value;
    }
    const before = this.nodes;
    const value = super.entryValue(column, shape);
    if (text.length <= longestText && isKey(text, this.pos))
      parts.keep({ text: text.slice(start, this.pos), value, nodes: this.nodes - before });
    return value;
  }
}

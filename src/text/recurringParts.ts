import type { Plain } from '../model/edit.ts';
import { RecurringList } from '../model/recurringList.ts';
import { willRecur } from '../model/recurringValues.ts';
import type { Shape } from '../model/shape.ts';
import { FastBlock } from './fastBlock.ts';
import { LF } from './fastText.ts';

/** The text of a value from behind the colon of its key to the next key, the value, and how many it is of. */
interface Part {
  text: string;
  value: Plain;
  nodes: number;
}

/** A part keeps the text that it was cut out of. */
const longestText = 32 * 1024;

/** Whether a letter begins the line at `at`: whatever stands before it has ended, and nothing else tells how. */
function isKey(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return text.charCodeAt(at - 1) === LF && ((c >= 97 && c <= 122) || (c >= 65 && c <= 90));
}

/**
 * What files of a catalogue say in the same words, by the shape by which it is read: thousands of items have the same
 * rights, remedies and steps. Whoever reads with it gets one value for all and may change none.
 */
export class RecurringParts {
  readonly #known = new WeakMap<Shape, RecurringList<Part>>();

  of(shape: Shape): RecurringList<Part> {
    let parts = this.#known.get(shape);
    if (parts === undefined) this.#known.set(shape, (parts = new RecurringList()));
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
    const known = parts.find(
      (part) =>
        text.slice(start, start + part.text.length) === part.text && isKey(text, start + part.text.length),
    );
    if (known !== undefined) {
      this.count(known.nodes);
      this.goOn(start + known.text.length);
      willRecur(known.value);
      return known.value;
    }
    const before = this.nodes;
    const value = super.entryValue(column, shape);
    if (text.length <= longestText && isKey(text, this.pos))
      parts.keep({ text: text.slice(start, this.pos), value, nodes: this.nodes - before });
    return value;
  }
}

import type { Shape } from '../model/shape.ts';
import { entryShape } from './shapeAt.ts';

/** A key that stood in a map of some shape, and what a reader would otherwise look up for it each time. */
export interface MetKey {
  /** Always the same text: the engine finds an entry sooner by one that it has met as a key. */
  readonly name: string;
  /** The shape of its value. */
  readonly shape: Shape;
  /** Whether it is a key wherever it stands at the place of one before a colon: letters, digits and dashes. */
  readonly isPlain: boolean;
  /** The key that followed it last: files of a catalogue have theirs in the same order. */
  next: MetKey | undefined;
}

/** Schemas have some dozen names a map; no file may make the rest grow without end. */
const mostKept = 300;

/** The keys of all maps of one shape. */
export class KeysMet {
  /** The key with which a map began last. */
  first: MetKey | undefined;
  readonly #shape: Shape;
  readonly #keys = new Map<string, MetKey>();

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  key(name: string): MetKey {
    let key = this.#keys.get(name);
    if (key !== undefined) return key;
    const isPlain = /^[a-z][a-z0-9-]*$/i.test(name);
    key = { name, shape: entryShape(this.#shape, name), isPlain, next: undefined };
    if (this.#keys.size < mostKept) this.#keys.set(name, key);
    return key;
  }
}

const known = new WeakMap<Shape, KeysMet>();

export function keysMet(shape: Shape): KeysMet {
  let keys = known.get(shape);
  if (keys === undefined) known.set(shape, (keys = new KeysMet(shape)));
  return keys;
}

import { readNumbers } from './numberList.ts';
import { foundIn } from './wire.ts';

/** Documents that hold a piece in one kind of text: its place in `foundIn`. */
export interface HeldIn {
  of: number;
  documents: readonly number[];
}

/** A piece as a shard has it. Its lists are read when they are first wanted, and known from then on. */
export class HeldPiece {
  readonly #text: string;
  #lists: readonly HeldIn[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get lists(): readonly HeldIn[] {
    this.#lists ??= [...this.#text.matchAll(/([!$%&*])([^!$%&*]*)/g)].map(([, mark, list]) => ({
      of: foundIn.findIndex((one) => one.mark === mark),
      documents: readNumbers(list!),
    }));
    return this.#lists;
  }

  /** How many documents hold it. */
  get count(): number {
    let count = 0;
    for (const { documents } of this.lists) count += documents.length;
    return count;
  }
}

/** The pieces that a shard holds. */
export type Shard = ReadonlyMap<string, HeldPiece>;

/** What `searchFiles` wrote into a shard: ` piece!lists` one after another. */
export function readShard(text: string): Shard {
  const shard = new Map<string, HeldPiece>();
  for (const line of text.split(' ')) {
    const end = line.search(/[!$%&*]/);
    if (end > 0) shard.set(line.slice(0, end), new HeldPiece(line.slice(end)));
  }
  return shard;
}

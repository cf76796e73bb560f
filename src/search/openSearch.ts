import { askedFor, withSingles, type Reading } from './askedFor.ts';
import { placeAsked } from './placeAsked.ts';
import { readShard, type Shard } from './readShard.ts';
import { isHeld, rankedDocuments, type LoadedIndex, type Ranked } from './rankedDocuments.ts';
import { shardOf } from './shardOf.ts';
import { soundTable, type SoundTable } from './soundTable.ts';
import type { Meta, Shown } from './wire.ts';

/** Gives what a file of the index hands over, `search/NAME.js`; `stamp` tells apart those of different sets. */
export type LoadFile = (name: string, stamp?: string) => Promise<unknown>;

export interface Filters {
  /** Code of a division. */
  place?: string;
  theme?: string;
}

export interface Found {
  /** All that was found, best first. */
  documents: readonly Ranked[];
  /** How the question was understood. */
  readings: readonly Reading[];
  /** The division that the answers are narrowed to, whether it was chosen or named in the question. */
  place: string | undefined;
}

export interface Search {
  /** How many documents there are. */
  count: number;
  places: Meta['places'];
  table: SoundTable;
  find(query: string, filters?: Filters): Promise<Found>;
  /** What is shown of `documents`, in their order. */
  shown(documents: readonly Ranked[]): Promise<Shown[]>;
}

const nothing: Shard = new Map();

/** An index whose files `load` gives: only those are asked for that a question needs. */
export async function openSearch(load: LoadFile): Promise<Search> {
  // Both are what `searchFiles` wrote into files of these names.
  const meta = (await load('meta')) as Meta;
  const shards = new Map<string, Shard>();
  const table = soundTable(meta.sounds);
  const nameOf = (key: string) => `t${shardOf(key, meta.shards)}`;
  const index: LoadedIndex = {
    lengths: meta.lengths,
    table,
    shard: (key) => shards.get(nameOf(key)) ?? nothing,
  };
  const have = async (keys: readonly string[]) => {
    const names = [...new Set(keys.map(nameOf))].filter((name) => !shards.has(name));
    await Promise.all(
      names.map(async (name) => shards.set(name, readShard((await load(name, meta.stamp)) as string))),
    );
  };

  const within = async (query: string, place: string | undefined, theme: string | undefined) => {
    const filters = [
      ...(place === undefined ? [] : [`@${place}`]),
      ...(theme === undefined ? [] : [`#${theme}`]),
    ];
    const asked = askedFor(query, table);
    await have([...asked.flat().map(({ key }) => key), ...filters]);
    const readings = asked.map((one) => withSingles(one, table, (wanted) => isHeld(index, wanted)));
    await have(readings.flat().map(({ key }) => key));
    return { documents: rankedDocuments(readings, index, filters), readings, place };
  };

  return {
    count: meta.lengths.length,
    places: meta.places,
    table,
    async find(query, { place, theme } = {}) {
      const named = place === undefined ? placeAsked(query, meta.places) : undefined;
      if (named !== undefined) {
        const found = await within(named.rest, named.code, theme);
        if (found.documents.length > 0) return found;
      }
      return within(query, place, theme);
    },
    async shown(documents) {
      const numbers = documents.map(({ document }) => document);
      const names = [...new Set(numbers.map((one) => `d${Math.floor(one / meta.perFile)}`))];
      const files = new Map(
        await Promise.all(
          names.map(async (name) => [name, (await load(name, meta.stamp)) as Shown[]] as const),
        ),
      );
      return numbers.map((one) => files.get(`d${Math.floor(one / meta.perFile)}`)![one % meta.perFile]!);
    },
  };
}

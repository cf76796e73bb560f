import { parentPort, workerData } from 'node:worker_threads';
import type { Frame } from './frame.ts';
import type { waiting } from './readyThread.ts';
import { openWorkbench, type BenchSetting } from './workbench.ts';
import { workItem, type ItemWork } from './workItem.ts';

/** What a thread is told: a build from the start, all of whose items, or all of a shard, are worked on. */
export interface WorkerSetting {
  setting: BenchSetting;
  /** Paths of all files of the catalogue. */
  files: ReadonlySet<string>;
  /** One number, shared by all threads: the next position that nobody has taken. */
  next: SharedArrayBuffer;
  shard: Shard | undefined;
}

/** Of all items each `of`th from `index`, which counts from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** Those of `positions` that belong to a shard; all where there is none. */
export function ofShard(positions: readonly number[], shard: Shard | undefined): number[] {
  return positions.filter((_, i) => shard === undefined || i % shard.of === shard.index - 1);
}

/** Works of a thread, with the questions and links that are new in them. */
export interface Batch {
  works: { item: number; work: ItemWork }[];
  questions: readonly string[];
  links: readonly string[];
}

/** Guides that a thread makes at once, about. */
const batchSize = 32;

/** Gives the next items for a thread, as a position and an end in `wanted`; none when all are taken. */
export function batches(
  next: Int32Array,
  wanted: readonly number[],
  { items }: Pick<Frame, 'items'>,
): () => [from: number, to: number] | undefined {
  const guides = wanted.reduce((sum, item) => sum + items[item]!.adopted.length, 0);
  const size = Math.max(1, Math.round((batchSize * wanted.length) / Math.max(guides, wanted.length)));
  return () => {
    const from = Atomics.add(next, 0, size);
    return from >= wanted.length ? undefined : [from, Math.min(from + size, wanted.length)];
  };
}

/** What a thread does: items, batch by batch, until none is left. */
export function workItems(
  { setting, files, next, shard }: WorkerSetting,
  give: (batch: Batch) => void,
): void {
  const bench = openWorkbench(setting, files);
  const wanted = ofShard([...bench.frame.items.keys()], shard);
  const nextBatch = batches(new Int32Array(next), wanted, bench.frame);
  let [questions, links] = [0, 0];
  for (;;) {
    const batch = nextBatch();
    if (batch === undefined) return;
    const works = wanted
      .slice(...batch)
      .map((item) => ({ item, work: workItem(bench.frame.items[item]!, bench.context) }));
    const asked = bench.recorded.questions();
    give({ works, questions: asked.slice(questions), links: bench.links.slice(links) });
    [questions, links] = [asked.length, bench.links.length];
  }
}

// Started as a thread of a build; imported, it only gives its functions.
const port = parentPort;
const data = workerData as Partial<typeof waiting> | null;
if (port !== null && data?.waitsForItems === true)
  port.once('message', (told: WorkerSetting) => workItems(told, (batch) => port.postMessage(batch)));

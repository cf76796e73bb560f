import { parentPort, workerData } from 'node:worker_threads';
import { openWorkbench, type BenchSetting } from './workbench.ts';
import { workItem, type ItemWork } from './workItem.ts';

/** What a thread is started with. */
export interface WorkerSetting {
  setting: BenchSetting;
  /** One number, shared by all threads: the next position that nobody has taken. */
  next: SharedArrayBuffer;
  /** Items to be worked on, by their position in the catalogue. */
  wanted: readonly number[];
}

/** Works of a thread, with the questions and links that are new in them. */
export interface Batch {
  works: { item: number; work: ItemWork }[];
  questions: readonly string[];
  links: readonly string[];
}

/** Items that a thread takes at once. */
export const batchSize = 32;

/** The next items for a thread, as a position and an end in `wanted`; none when all are taken. */
export function takeBatch(next: Int32Array, wanted: number): [from: number, to: number] | undefined {
  const from = Atomics.add(next, 0, batchSize);
  return from >= wanted ? undefined : [from, Math.min(from + batchSize, wanted)];
}

/** What a thread does: items, batch by batch, until none is left. */
export function workItems({ setting, next, wanted }: WorkerSetting, give: (batch: Batch) => void): void {
  const bench = openWorkbench(setting);
  const taken = new Int32Array(next);
  let [questions, links] = [0, 0];
  for (;;) {
    const batch = takeBatch(taken, wanted.length);
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
const data = workerData as Partial<WorkerSetting> | null;
if (port !== null && data?.next !== undefined)
  workItems(data as WorkerSetting, (batch) => port.postMessage(batch));

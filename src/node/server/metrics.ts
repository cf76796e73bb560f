import { statfs } from 'node:fs/promises';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../review/index.ts';

/** The figures of one server, told in the text format of Prometheus. */
export interface Metrics {
  /** For collectors of the process itself: memory, event loop, collections of garbage. */
  registry: Registry;
  /** Counts an answer. `route` is the pattern of its address, which holds no name of anything. */
  answered(options: { method: string; route: string; status: number; seconds: number }): void;
  /** All figures, those of the store as they are now. */
  text(): Promise<string>;
}

/** Upper bounds in seconds: a save should take 0.15 alone and 0.5 among twenty writers. */
const bounds = [0.005, 0.02, 0.05, 0.15, 0.5, 1, 2, 5, 15];

export function createMetrics({ store, dataDir }: { store: Store; dataDir: string }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const durations = new Histogram({
    name: 'guicheng_http_request_duration_seconds',
    help: 'Time from request to answer, by method and pattern of address.',
    labelNames: ['method', 'route'],
    buckets: bounds,
    registers,
  });
  const answers = new Counter({
    name: 'guicheng_http_answers_total',
    help: 'Answers by method, pattern of address and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const drafts = new Gauge({
    name: 'guicheng_drafts',
    help: 'Drafts by their state.',
    labelNames: ['state'],
    registers,
  });
  const strays = new Gauge({
    name: 'guicheng_stray_branches',
    help: 'Branches that stand among those of drafts and hold none: somebody put them there by hand.',
    registers,
  });
  const behind = new Gauge({
    name: 'guicheng_site_behind',
    help: '1 while the public site shows another commit than main, 0 while it shows main.',
    registers,
  });
  const free = new Gauge({
    name: 'guicheng_data_free_bytes',
    help: 'Bytes that may still be written where the data folder is.',
    registers,
  });
  return {
    registry,
    answered({ method, route, status, seconds }) {
      durations.observe({ method, route }, seconds);
      answers.inc({ method, route, status: String(status) });
    },
    async text() {
      const [list, main, live, space] = [
        await store.listDrafts(),
        await store.main(),
        await store.live(),
        await freeBytes(dataDir),
      ];
      drafts.reset();
      for (const { state } of list) drafts.inc({ state: state.kind });
      strays.set(store.strayBranches.length);
      behind.set(live?.main === main ? 0 : 1);
      free.set(space);
      return registry.metrics();
    },
  };
}

/** Bytes that a program without privileges may still write below `dir`. */
export async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

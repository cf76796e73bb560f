import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { staleLockMs } from './locks.ts';
import { runGit } from './runGit.ts';

const sweepEveryMs = 30_000;
const maintainEveryMs = 3600_000;
const maintainTimeoutMs = 1800_000;

/**
 * Loose objects go into a pack and small packs into larger ones (each at least twice the next), so that there are
 * few of either and no run writes everything again; all objects are kept, whether a ref leads to them or not.
 */
const tasks = [
  ['repack', '-d', '-l', '-q', '--geometric=2'],
  ['pack-refs', '--all'],
  ['commit-graph', 'write', '--reachable', '--split', '--no-progress'],
];

/** Keeps the bare repository `dir` in order while it is used: sweeps after kills, packs what has become much. */
export class Housekeeper {
  readonly #dir: string;
  readonly #timers: NodeJS.Timeout[] = [];
  /** Maintenance holds locks of its own for longer than a sweep waits. */
  #maintaining: Promise<void> | undefined;
  /** Folders of objects are looked into again only when something was written to them since. */
  #sweptAt = 0;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Sweeps twice a minute and maintains every hour, until it is stopped. */
  start(): void {
    const later = (work: () => Promise<void>, every: number) => {
      const timer = setInterval(() => void work().catch((error: unknown) => tell(error)), every);
      timer.unref();
      this.#timers.push(timer);
    };
    later(() => this.sweep(), sweepEveryMs);
    later(() => this.maintain(), maintainEveryMs);
  }

  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
  }

  /** Removes locks, unfinished objects and empty objects that a killed process left behind. */
  async sweep(): Promise<void> {
    if (this.#maintaining !== undefined) return;
    const began = Date.now();
    // What was too young last time is old enough now.
    const since = this.#sweptAt - 2 * staleLockMs;
    const before = began - staleLockMs;
    const visit = async (folder: string): Promise<void> => {
      const entries = await readdir(join(this.#dir, folder), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          const isObjects = /^objects[\\/][0-9a-f]{2}$/.test(path);
          if (isObjects && (await changedAt(join(this.#dir, path))) < since) continue;
          await visit(path);
        } else if (entry.isFile()) await this.#clear(path, before);
      }
    };
    await visit('');
    this.#sweptAt = began;
  }

  /**
   * Packs loose objects and refs, at low priority. Nothing is pruned: an object that no ref names yet may belong to
   * a save under way.
   */
  async maintain(): Promise<void> {
    this.#maintaining ??= (async () => {
      for (const task of tasks)
        await runGit(task, { dir: this.#dir, timeout: maintainTimeoutMs, isPatient: true });
    })().finally(() => (this.#maintaining = undefined));
    return this.#maintaining;
  }

  async #clear(path: string, before: number): Promise<void> {
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const isObject = /^objects[\\/][0-9a-f]{2}[\\/]/.test(path);
    const isLeft = /\.lock$|^tmp_obj_|^index-/.test(name);
    if (!isObject && !isLeft) return;
    const found = await stat(join(this.#dir, path)).catch(() => undefined);
    if (found === undefined || found.mtimeMs > before) return;
    if (isLeft || found.size === 0) await rm(join(this.#dir, path), { force: true });
  }
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );
}

/** Housekeeping that failed is tried again, and the server goes on; whoever runs it is told. */
function tell(error: unknown): void {
  process.stderr.write(`${JSON.stringify({ level: 40, msg: 'housekeeping', err: String(error) })}\n`);
}

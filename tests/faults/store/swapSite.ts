import { mkdir, readFile, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { WritingProcess } from './process.ts';

export interface SiteSwaps {
  kills: number;
  reads: number;
  /** Pages that were not there, and releases of which two pages were not of one kind. */
  missing: number;
  mixed: number;
}

/** Kills a process that swaps the site while readers read it. */
export async function swapSite(
  script: string,
  dir: string,
  { kills, random }: { kills: number; random: Random },
): Promise<SiteSwaps> {
  await mkdir(dir, { recursive: true });
  const told: SiteSwaps = { kills: 0, reads: 0, missing: 0, mixed: 0 };
  const done = new AbortController();
  const readers = async () => {
    while (!done.signal.aborted) {
      // A release stands for as long as a request takes: the place is looked up once, as the server does.
      const pages = await realpath(join(dir, 'current'))
        .then((release) => Promise.all(['a', 'b'].map((page) => readFile(join(release, page), 'utf8'))))
        .catch(() => undefined);
      told.reads++;
      if (pages === undefined) told.missing++;
      else if (pages[0] !== pages[1] || pages[0] === '') told.mixed++;
      await sleep(1);
    }
  };
  let reading: Promise<void[]> | undefined;
  while (told.kills < kills) {
    const made = await readdir(join(dir, 'releases')).catch(() => []);
    const next = Math.max(0, ...made.map(Number)) + 1;
    const worker = new WritingProcess(script, [dir, String(next)]);
    await worker.ready();
    reading ??= Promise.all([readers(), readers()]);
    await sleep(1 + random.below(80));
    await worker.kill();
    told.kills++;
  }
  done.abort();
  await reading;
  return told;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { coWrite, type CoWriting, type Server } from './coWrite.ts';
import { openStore } from './openStore.ts';
import { WritingProcess } from './process.ts';
import type { Answer, Request } from './request.ts';

/** Drafts are long enough that the processes meet, and short enough that no history becomes what is measured. */
const savesEach = 16;

/** Three writing processes on the repository `dir` save one item at random times, without a pause between. */
export async function race(
  script: string,
  dir: string,
  { count, random }: { count: number; random: Random },
): Promise<CoWriting> {
  const store = await openStore(dir);
  const workers = Array.from({ length: 3 }, () => new WritingProcess(script, [dir]));
  const told: CoWriting = { tried: 0, acknowledged: [], lost: [], asked: 0, saves: [] };
  try {
    for (const worker of workers)
      if ((await worker.ready()).kind !== 'ready') throw new Error('The writing process did not start');
    const servers = workers.map((worker): Server => ({
      store,
      ask: (request) => untilHeard(worker, request),
    }));
    while (told.tried < count) {
      const times = random.fork();
      const one = await coWrite(servers, {
        saves: () => Math.min(savesEach, Math.ceil((count - told.tried) / workers.length)),
        random: random.fork(),
        pause: () => sleep(times.below(15)),
      });
      told.tried += one.tried;
      told.asked += one.asked;
      told.acknowledged.push(...one.acknowledged);
      told.lost.push(...one.lost);
      told.saves.push(...one.saves);
    }
    return told;
  } finally {
    for (const worker of workers) await worker.kill();
    store.close();
  }
}

/** A client that is told that too many write at once asks again for the same. */
async function untilHeard(worker: WritingProcess, request: Request): Promise<Answer> {
  for (;;) {
    const outcome = await worker.perform(request);
    if (outcome.kind === 'acknowledged' || outcome.kind === 'refused') return outcome;
    if (outcome.kind !== 'failed' || !outcome.why.startsWith('Contended'))
      throw new Error(JSON.stringify(outcome));
  }
}

import { Contended, type Store } from '../../../src/node/review/index.ts';
import type { Random } from '../random.ts';
import { coWrite, type CoWriting, type Server } from './coWrite.ts';
import { openStore } from './openStore.ts';
import { perform, type Answer, type Request } from './request.ts';
import { Scheduler } from './scheduler.ts';

/** Seeded interleavings: how many drafts were written by three at two servers, and what came of all. */
export interface Interleavings extends CoWriting {
  drafts: number;
  /** The steps of all, in their order: the same for the same seed. */
  steps: string[];
}

/**
 * Has three writers save one item at two servers on the repository `dir`, once or twice each, draft after draft; the
 * seed decides between any two looks at a ref, writes and moves whose comes next.
 */
export async function interleave(
  dir: string,
  { count, random }: { count: number; random: Random },
): Promise<Interleavings> {
  const told: Interleavings = {
    drafts: 0,
    steps: [],
    tried: 0,
    acknowledged: [],
    lost: [],
    asked: 0,
    saves: [],
  };
  const scheduler = new Scheduler(random.fork());
  let seconds = Date.UTC(2026, 0, 5) / 1000;
  const options = {
    // Two servers never write the same commit at the same second, and a seed writes the same commits again.
    clock: () => new Date(seconds++ * 1000),
    pause: () => scheduler.pause('again'),
  };
  const stores = [await openStore(dir, undefined, options), await openStore(dir, undefined, options)];
  for (const [i, store] of stores.entries()) scheduler.takeOver(store, `${i}`);
  const servers = stores.map((store): Server => ({ store, ask: (request) => untilHeard(store, request) }));
  for (; told.drafts < count; told.drafts++) {
    const [some, writes] = [random.fork(), random.fork()];
    const one = await coWrite(servers, { saves: () => 1 + some.below(2), random: writes });
    told.tried += one.tried;
    told.asked += one.asked;
    told.acknowledged.push(...one.acknowledged);
    told.lost.push(...one.lost);
    told.saves.push(...one.saves);
  }
  told.steps.push(...scheduler.taken);
  for (const store of stores) store.close();
  return told;
}

/** A client that is told that too many write at once asks again for the same. */
async function untilHeard(store: Store, request: Request): Promise<Answer> {
  for (;;)
    try {
      return await perform(store, request);
    } catch (error) {
      if (!(error instanceof Contended)) throw error;
    }
}

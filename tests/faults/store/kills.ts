import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { Author } from './author.ts';
import type { Acknowledged } from './judge.ts';
import { WritingProcess } from './process.ts';

export interface Kills {
  kills: number;
  acknowledged: Acknowledged[];
  /** From a kill to the next acknowledgement, the start of the process in it, in ms. */
  recoveries: number[];
  /** Of saves that no kill cut off, in ms. */
  saves: number[];
  /** Requests cut off by a kill before they were done, or before their answer came. */
  cutOff: number;
}

export interface KillOptions {
  /** The worker's script, and the arguments that name its store. */
  script: string;
  args: readonly string[];
  kills: number;
  random: Random;
  /** Told apart from others on the same remote by it. */
  name: string;
}

/** Of so many kills one hits the whole writing process, the others the gits that move refs and read for it. */
const oneInAll = 2;

/**
 * Kills what writes `kills` times, each 1 to 80 ms into what it does, and goes on with the request that was not
 * answered: with the next process, or with the same one where only its gits were killed.
 */
export async function killWriters({ script, args, kills, random, name }: KillOptions): Promise<Kills> {
  const told: Kills = { kills: 0, acknowledged: [], recoveries: [], saves: [], cutOff: 0 };
  const author = new Author(random, name);
  let killedAt: number | undefined;
  while (told.kills < kills) {
    const worker = await start(script, args);
    let isAlive = true;
    while (isAlive && told.kills < kills) {
      // The first request after a kill says that the store works again; the next kill comes into one after it.
      let killing: Promise<void> | undefined;
      const isAll = random.below(oneInAll) === 0;
      const wait = 1 + random.below(80);
      const over = new AbortController();
      const kill = async () => {
        await sleep(wait);
        if (isAll) await worker.kill();
        else if (!(await worker.killGits())) return void (killing = undefined);
        killedAt ??= performance.now();
        told.kills++;
        if (!isAll) over.abort();
      };
      while (!over.signal.aborted) {
        const request = author.next();
        const from = performance.now();
        const outcome = await worker.perform(request);
        if (outcome.kind === 'killed' || outcome.kind === 'failed') told.cutOff++;
        if (outcome.kind === 'killed') break;
        if (outcome.kind === 'acknowledged') {
          const { oid, text } = outcome;
          told.acknowledged.push({ request, oid, ...(text !== undefined && { text }) });
          if (killedAt !== undefined) told.recoveries.push(performance.now() - killedAt);
          else if (request.kind === 'save') told.saves.push(performance.now() - from);
          killedAt = undefined;
        }
        switch (outcome.kind) {
          case 'acknowledged':
          case 'refused':
            author.answered(outcome);
            break;
          case 'failed':
            if (performance.now() - (killedAt ?? from) > 60_000) throw new Error(outcome.why);
            break;
          case 'ready':
            throw new Error('Told twice');
        }
        if (killing === undefined && killedAt === undefined) killing = kill();
      }
      await killing;
      isAlive = !isAll || killing === undefined;
    }
    await worker.kill();
  }
  // What the last kill cut off is asked for once more, as its client would.
  const last = await start(script, args);
  const request = author.next();
  const outcome = await last.perform(request);
  if (outcome.kind === 'acknowledged') told.acknowledged.push({ request, oid: outcome.oid });
  await last.kill();
  return told;
}

/** A server that knows nothing yet does not start while the line to its remote is cut, so it is started again. */
async function start(script: string, args: readonly string[]): Promise<WritingProcess> {
  for (let tries = 0; tries < 20; tries++) {
    const worker = new WritingProcess(script, args);
    if ((await worker.ready()).kind === 'ready') return worker;
    await worker.kill();
  }
  throw new Error('The writing process did not start');
}

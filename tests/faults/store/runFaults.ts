import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitHttp } from '../gitHttp.ts';
import { quantile } from '../quantile.ts';
import { randomOf, type Random } from '../random.ts';
import { bundleWorkers } from './bundleWorkers.ts';
import { fillDisk, limitFiles, type FullDisk } from './fillDisk.ts';
import type { CoWriting } from './coWrite.ts';
import { interleave } from './interleave.ts';
import { judge, type Acknowledged, type Verdict } from './judge.ts';
import { killWriters, type Kills } from './kills.ts';
import { openStore } from './openStore.ts';
import { race } from './race.ts';
import { raceApprovals } from './raceApprovals.ts';
import { swapSite } from './swapSite.ts';

/** How much of each fault a run tries. */
export interface Amounts {
  kills: number;
  /** Drafts that three write at two servers, whose steps follow one another as the seed decides. */
  interleavings: number;
  /** Saves of three processes that race on one draft at random times. */
  races: number;
  remoteKills: number;
  approvals: number;
  fullDisk: number;
  fileLimit: number;
  swaps: number;
}

export const shortForm: Amounts = {
  kills: 30,
  interleavings: 60,
  races: 24,
  remoteKills: 8,
  approvals: 6,
  fullDisk: 40,
  fileLimit: 6,
  swaps: 8,
};
export const longForm: Amounts = {
  kills: 10_000,
  interleavings: 10_000,
  races: 500,
  remoteKills: 400,
  approvals: 400,
  fullDisk: 1_000,
  fileLimit: 100,
  swaps: 500,
};

/** What a run tried and what came of it; durations are in milliseconds, `null` where nothing was measured. */
export interface Report {
  seed: number;
  seconds: number;
  tried: number;
  acknowledged: number;
  /** Requests that a kill or the bad line cut off, before their answer or before they were done. */
  cutOff: number;
  lost: number;
  duplicated: number;
  wrongApprovals: number;
  /** Saves of different fields that were not merged by themselves, pages missing or mixed, refusals not said. */
  otherwiseWrong: number;
  /** What of each kind was tried. */
  parts: Partial<Record<keyof Amounts, number>>;
  recoveryP95Ms: number | null;
  recoveryMaxMs: number | null;
  saveP95Ms: number | null;
  /** The same where three processes write one file without a pause. */
  contendedSaveP95Ms: number | null;
}

/** Tried in one repository before the next is begun: what is measured is the store, not a long history. */
const perRepository = 50;

/** The parts that are done in pieces with a seed each, so that any of them can be begun anywhere. */
export type Pieced = 'kills' | 'interleavings' | 'races' | 'remoteKills' | 'approvals';

/** A lane that waits for a lock to grow stale leaves the processors to others. */
const killLanes = 8;
/** And so does one that waits for a line that is slow or cut. */
const remoteLanes = 3;

/**
 * Runs every fault once over with so much of each, telling each part as it goes on. Of what is done in pieces, those
 * before `from` are taken as done: so a run that was ended goes on where it was.
 */
export async function runFaults(
  amounts: Amounts,
  {
    seed,
    tell,
    from = {},
  }: { seed: number; tell(line: string): void; from?: Partial<Record<Pieced, number>> },
): Promise<Report> {
  const dir = await mkdtemp(join(tmpdir(), 'guicheng-faults-'));
  try {
    const run = new Run(dir, seed, tell);
    const scripts = await bundleWorkers(dir);
    const part = (name: Pieced, lanes: number, piece: Part) =>
      run.part(name, { from: from[name] ?? 0, to: amounts[name], lanes }, piece);
    await part('kills', killLanes, (place, kills, random) =>
      run.kills({ script: scripts.worker, args: [place], kills, random, name: '甲' }),
    );
    await part('interleavings', 2, (place, count, random) => run.interleavings(place, count, random));
    await part('races', 1, (place, count, random) => run.races(scripts.worker, place, { count, random }));
    await part('remoteKills', remoteLanes, (place, kills, random) =>
      run.remote(scripts.worker, place, { kills, random }),
    );
    await part('approvals', 2, (place, count, random) => run.approvals(place, count, random));
    if (amounts.fullDisk > 0) await run.fullDisk('fullDisk', await fillDisk(dir, amounts.fullDisk));
    if (amounts.fileLimit > 0)
      await run.fullDisk(
        'fileLimit',
        await limitFiles(scripts.worker, join(dir, 'limit'), amounts.fileLimit),
      );
    if (amounts.swaps > 0) await run.swaps(scripts.swapper, amounts.swaps);
    return run.report();
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

type Part = (place: string, count: number, random: Random) => Promise<void>;

class Run {
  readonly #parts: Report['parts'] = {};
  readonly #verdict: Verdict = { lost: [], duplicated: [], wrongApprovals: [] };
  readonly #recoveries: number[] = [];
  readonly #saves: number[] = [];
  readonly #contended: number[] = [];
  readonly #began = performance.now();
  #acknowledged = 0;
  #cutOff = 0;
  #wrong = 0;

  constructor(
    private readonly dir: string,
    private readonly seed: number,
    private readonly tell: (line: string) => void,
  ) {}

  /** Does one part in pieces with a repository each, so many lanes at once; a piece has a seed of its own. */
  async part(
    name: Pieced,
    { from, to, lanes }: { from: number; to: number; lanes: number },
    piece: Part,
  ): Promise<void> {
    let begun = from;
    // A short run is cut smaller, so that every lane has its share.
    const most = Math.min(perRepository, Math.ceil(to / lanes));
    const lane = async () => {
      while (begun < to) {
        const first = begun;
        // To the next multiple, so that a run that goes on has the same pieces.
        const some = Math.min(most - (first % most), to - first);
        begun += some;
        const place = join(this.dir, `${name}-${first}`);
        await mkdir(place);
        await piece(join(place, 'r.git'), some, randomOf(this.seed * 1_000_003 + first));
        await rm(place, { recursive: true, force: true });
        this.#parts[name] = (this.#parts[name] ?? 0) + some;
        // Less the pieces that other lanes have begun: from there on a run that is cut off has to be done again.
        const isWhole = from + (this.#parts[name] ?? 0) === begun;
        if (begun % 500 < perRepository || isWhole)
          this.tell(`${name} ${first}: ${JSON.stringify(this.report())}`);
      }
    };
    // All end before one that failed is told: what is cleared away after it must not be in use.
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
    this.#say(name);
  }

  async kills(options: Parameters<typeof killWriters>[0]): Promise<void> {
    const told = await killWriters(options);
    this.#take(told);
    await this.#judge(options.args[0]!, told.acknowledged);
  }

  async interleavings(place: string, count: number, random: Random): Promise<void> {
    const told = await interleave(place, { count, random });
    await this.#judgeWriting(place, told);
  }

  async races(script: string, place: string, options: { count: number; random: Random }): Promise<void> {
    const told = await race(script, place, options);
    this.#contended.push(...told.saves);
    await this.#judgeWriting(place, told);
  }

  /** Two servers write to one remote on a line that is cut, refused and slow at times, and are killed. */
  async remote(
    script: string,
    place: string,
    { kills, random }: { kills: number; random: Random },
  ): Promise<void> {
    const parent = join(place, '..');
    const served = await gitHttp(parent);
    const seeding = await openStore(place, { url: served.url, allowHttp: true });
    seeding.close();
    served.line = ({ push }) => {
      const dice = random.below(push ? 8 : 16);
      return dice === 0 ? 'cut' : dice === 1 ? 'refused' : dice === 2 ? 'slow' : 'up';
    };
    const ended = await Promise.allSettled(
      ['一', '二'].map((name, i) =>
        killWriters({
          script,
          args: [join(parent, `server-${i}.git`), served.url],
          kills: Math.ceil(kills / 2),
          random: randomOf(random.below(1e9)),
          name,
        }),
      ),
    );
    served.line = () => 'up';
    const told = ended.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
    for (const one of told) this.#take(one);
    await served.close();
    await this.#judge(
      served.dir,
      told.flatMap(({ acknowledged }) => acknowledged),
    );
  }

  async approvals(place: string, count: number, random: Random): Promise<void> {
    const stores = [await openStore(place), await openStore(place)] as const;
    const told = await raceApprovals(stores, { count, random });
    for (const store of stores) store.close();
    this.tell(`approvals: ${told.merged} of ${count} came into main`);
    await this.#judge(place, told.acknowledged);
  }

  async fullDisk(name: keyof Amounts, told: FullDisk | undefined): Promise<void> {
    if (told === undefined) return this.tell(`${name}: no small disk can be mounted here`);
    this.#parts[name] = told.refused;
    this.#acknowledged += told.acknowledged;
    this.#wrong += told.unsaid.length;
    for (const why of told.unsaid.slice(0, 3)) this.tell(`${name}: ${why}`);
    this.#add(told.verdict);
    this.#say(name);
  }

  async swaps(script: string, kills: number): Promise<void> {
    const told = await swapSite(script, join(this.dir, 'site'), { kills, random: randomOf(this.seed) });
    this.#parts.swaps = told.kills;
    this.#wrong += told.missing + told.mixed;
    this.tell(`swaps: ${told.reads} reads, ${told.missing} missing, ${told.mixed} mixed`);
    this.#say('swaps');
  }

  report(): Report {
    const { lost, duplicated, wrongApprovals } = this.#verdict;
    return {
      seed: this.seed,
      seconds: Math.round((performance.now() - this.#began) / 1000),
      tried: Object.values(this.#parts).reduce((sum, count) => sum + count, 0),
      acknowledged: this.#acknowledged,
      cutOff: this.#cutOff,
      lost: lost.length,
      duplicated: duplicated.length,
      wrongApprovals: wrongApprovals.length,
      otherwiseWrong: this.#wrong,
      parts: { ...this.#parts },
      recoveryP95Ms: quantile(this.#recoveries, 0.95),
      recoveryMaxMs: quantile(this.#recoveries, 1),
      saveP95Ms: quantile(this.#saves, 0.95),
      contendedSaveP95Ms: quantile(this.#contended, 0.95),
    };
  }

  #take(told: Kills): void {
    this.#recoveries.push(...told.recoveries);
    this.#saves.push(...told.saves);
    this.#cutOff += told.cutOff;
  }

  async #judgeWriting(place: string, { lost, asked, acknowledged }: CoWriting): Promise<void> {
    this.#add({ lost, duplicated: [], wrongApprovals: [] });
    this.#wrong += asked;
    await this.#judge(place, acknowledged);
  }

  async #judge(dir: string, acknowledged: readonly Acknowledged[]): Promise<void> {
    const store = await openStore(dir);
    this.#add(await judge(store, acknowledged));
    store.close();
    this.#acknowledged += acknowledged.length;
  }

  #add(verdict: Verdict): void {
    for (const key of ['lost', 'duplicated', 'wrongApprovals'] as const) {
      this.#verdict[key].push(...verdict[key]);
      for (const what of verdict[key].slice(0, 5)) this.tell(`${key}: ${what}`);
    }
  }

  #say(name: keyof Amounts): void {
    this.tell(`${name}: ${this.#parts[name] ?? 0} tried`);
  }
}

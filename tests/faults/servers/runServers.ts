import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeAccounts, password, RunningStudio, type Somebody as Account } from '../../runningStudio.ts';
import { smallSample } from '../../smallSample.ts';
import { writeFiles } from '../../writeFiles.ts';
import { StudioClient } from '../../studioClient.ts';
import { gitHttp } from '../gitHttp.ts';
import { quantile } from '../quantile.ts';
import { randomOf, type Random } from '../random.ts';
import type { Report } from '../store/runFaults.ts';
import { judgeRemote, type Verdict } from './judgeRemote.ts';
import { Ledger } from './ledger.ts';
import { Somebody } from './person.ts';

export interface ServersOptions {
  seconds: number;
  writers: number;
  seed: number;
  tell(line: string): void;
}

/** What a run tried and what came of it; `otherwiseWrong`: operations that were refused and are there all the same. */
export interface ServersReport extends Omit<Report, 'parts' | 'recoveryMaxMs' | 'contendedSaveP95Ms'> {
  seconds: number;
  writers: number;
  kills: number;
  merged: number;
  published: number;
  /** Requests that got no answer, or 5xx, and were asked again. */
  cutOff: number;
  refusals: Record<string, number>;
  /** By what was asked, where the first asking was answered; `saveP95Ms` is one of them. */
  p95Ms: Record<string, number | null>;
  /** Of requests that had to be asked again. */
  repeatedP95Ms: number | null;
}

/** Between two things that somebody does, in ms: quick hands, so that all meet. */
const pauseMs = 1500;
/** Between two kills, in ms, from and up to. */
const killEvery = [6_000, 12_000] as const;

/**
 * Two servers on one remote behind git's own HTTP backend, `writers` people at work at both through the public API
 * for so many seconds, either server killed with SIGKILL at random and started again. Then the remote is judged.
 */
export async function runServers({ seconds, writers, seed, tell }: ServersOptions): Promise<ServersReport> {
  const work = await mkdtemp(join(tmpdir(), 'guicheng-two-'));
  const remote = await gitHttp(work);
  const [catalogueDir, ...dataDirs] = ['catalogue', 'one', 'two'].map((name) => join(work, name));
  const files = await smallSample();
  const studios = dataDirs.map(
    (dataDir) => new RunningStudio({ catalogueDir: catalogueDir!, dataDir, remote: remote.url }),
  );
  try {
    await writeFiles(catalogueDir!, files);
    const accounts = accountsOf(writers);
    await makeAccounts(accounts, dataDirs);
    for (const studio of studios) await studio.start();
    const run = new Run(studios, randomOf(seed), tell);
    const items = [...files.keys()].filter((path) => path.startsWith('000000/'));
    await run.work(accounts, items, seconds);
    for (const studio of studios) await studio.stop();
    const verdict = await judgeRemote(remote.dir, run.ledger);
    return run.report(verdict, { seed, seconds, writers });
  } finally {
    for (const studio of studios) await studio.kill({ all: true });
    await remote.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** So many who draft, every fifth of whom reviews as well, and those who review, sign for the law, and publish. */
function accountsOf(writers: number): Account[] {
  const reviewers = Math.max(1, Math.round(writers / 7));
  return [
    ...some(writers, 'drafter', '起草', (i) => (i % 5 === 4 ? ['drafter', 'reviewer'] : ['drafter'])),
    ...some(reviewers, 'reviewer', '审核', () => ['reviewer']),
    ...some(reviewers, 'legal', '法制', () => ['legal']),
    ...some(1, 'administrator', '管理', () => ['administrator']),
  ];
}

function some(count: number, user: string, name: string, of: (i: number) => Account['roles']): Account[] {
  return Array.from({ length: count }, (_, i) => ({
    user: `${user}${i}`,
    name: `${name}${i}`,
    roles: of(i),
  }));
}

class Run {
  readonly ledger = new Ledger();
  readonly #recoveries: number[] = [];
  readonly #studios: readonly RunningStudio[];
  readonly #random: Random;
  readonly #tell: (line: string) => void;
  /** When each server was killed that has acknowledged nothing since. */
  readonly #killed = new Map<number, number>();
  #kills = 0;
  #isOver = false;

  constructor(studios: readonly RunningStudio[], random: Random, tell: (line: string) => void) {
    this.#studios = studios;
    this.#random = random;
    this.#tell = tell;
  }

  async work(accounts: readonly Account[], files: readonly string[], seconds: number): Promise<void> {
    const people = accounts.map(({ user, name, roles }) => {
      const random = randomOf(this.#random.below(2 ** 31));
      const clients = this.#studios.map(({ url }) => new StudioClient(url, { user, password }));
      const acknowledged = (server: number) => this.#isBack(server);
      const person = new Somebody({ clients, name, random, ledger: this.ledger, files, acknowledged });
      return { person, roles, random, clients };
    });
    // Signing in takes long by design, and is nothing that this run is about.
    for (const { clients } of people) await Promise.all(clients.map((client) => client.signIn()));
    const over = new AbortController();
    const killing = this.#killAtRandom(over.signal);
    const working = people.map(async ({ person, roles, random }) => {
      while (!this.#isOver) {
        await sleep(random.below(pauseMs));
        const isDrafting = roles.includes('drafter') && (roles.length === 1 || random.below(5) > 0);
        if (roles.includes('administrator')) await sleep(random.below(10 * pauseMs));
        if (this.#isOver) break;
        if (isDrafting) await person.draft();
        else if (roles.includes('administrator')) await person.publish();
        else await person.review();
      }
    });
    const ending = sleep(seconds * 1000, undefined, { signal: over.signal }).catch(() => undefined);
    try {
      await Promise.race([ending, killing, Promise.all(working)]);
    } finally {
      this.#isOver = true;
      over.abort();
    }
    await Promise.all([...working, killing]);
  }

  async #killAtRandom(signal: AbortSignal): Promise<void> {
    const [from, to] = killEvery;
    for (;;) {
      await sleep(from + this.#random.below(to - from), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const server = this.#random.below(this.#studios.length);
      const studio = this.#studios[server]!;
      this.#killed.set(server, performance.now());
      this.#kills++;
      await studio.kill({ all: this.#random.below(2) === 0 });
      await studio.start();
      this.#tell(
        `kill ${this.#kills} (server ${server + 1}): ${this.ledger.acknowledged.length} acknowledged, ${this.ledger.cutOff} cut off`,
      );
    }
  }

  #isBack(server: number): void {
    const at = this.#killed.get(server);
    if (at === undefined) return;
    this.#killed.delete(server);
    this.#recoveries.push(performance.now() - at);
  }

  report(verdict: Verdict, about: Pick<ServersReport, 'seed' | 'seconds' | 'writers'>): ServersReport {
    const { acknowledged, refused, refusals, cutOff, times, repeated } = this.ledger;
    for (const [kind, found] of Object.entries(verdict) as [keyof Verdict, string[]][])
      for (const what of found.slice(0, 10)) this.#tell(`${kind}: ${what}`);
    return {
      ...about,
      kills: this.#kills,
      tried: acknowledged.length + refused.size,
      acknowledged: acknowledged.length,
      lost: verdict.lost.length,
      duplicated: verdict.duplicated.length,
      wrongApprovals: verdict.wrongApprovals.length,
      otherwiseWrong: verdict.wrongRefusals.length,
      merged: acknowledged.filter((one) => one.kind === 'act' && one.merged !== undefined).length,
      published: acknowledged.filter(({ kind }) => kind === 'publish').length,
      cutOff,
      refusals,
      recoveryP95Ms: quantile(this.#recoveries, 0.95),
      saveP95Ms: quantile(times.get('save') ?? [], 0.95),
      p95Ms: Object.fromEntries([...times].map(([what, ms]) => [what, quantile(ms, 0.95)])),
      repeatedP95Ms: quantile(repeated, 0.95),
    };
  }
}

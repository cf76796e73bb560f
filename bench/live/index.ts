// From the last signature to the public page: one limit of a large catalogue is changed, signed and published, and
// others ask the same server all the while.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { DraftView, Saved } from '../../src/api/index.ts';
import { quantile } from '../../tests/faults/quantile.ts';
import { makeAccounts, password, RunningStudio, type Somebody } from '../../tests/runningStudio.ts';
import { preconditions, StudioClient, type Asking, type Method } from '../../tests/studioClient.ts';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { adoptAll, adopters, makeCorpus } from '../check/corpus.ts';

const people: Somebody[] = [
  { user: 'drafter', name: '起草员', roles: ['drafter'] },
  { user: 'reviewer', name: '审核员', roles: ['reviewer'] },
  { user: 'legal', name: '法制审核员', roles: ['legal'] },
  { user: 'administrator', name: '管理员', roles: ['administrator'] },
];
const file = '000000/item-0.yaml';
const page = `/site/${adopters[0]}/item-0.html`;
/** Milliseconds between two requests of the others. */
const pause = 20;

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  const rounds = quick ? 1 : 3;
  const cases: LiveCase[] = [];
  for (const items of quick ? [200] : [1_000, 10_000]) cases.push(await measure(items, rounds));
  const last = cases.at(-1)!;
  return {
    versions: {},
    rows: cases.map((one) => ({
      items: one.items,
      'first start s': seconds(one.start),
      'merge to public s': seconds(one.publish),
      'others p50 ms, idle': one.idle.p50,
      'p99, idle': one.idle.p99,
      'p50 meanwhile': one.meanwhile.p50,
      'p99 meanwhile': one.meanwhile.p99,
      'max meanwhile': one.meanwhile.max,
    })),
    result: { ...last, cases },
  };
}

interface Waits {
  asked: number;
  p50: number;
  p99: number;
  max: number;
}

interface LiveCase {
  items: number;
  /** Until the site is there the first time, and from the last signature to the new page, the middle of some: ms. */
  start: number;
  publish: number;
  /** What others waited for an answer, ms. */
  idle: Waits;
  meanwhile: Waits;
}

async function measure(items: number, rounds: number): Promise<LiveCase> {
  const work = await mkdtemp(join(tmpdir(), 'guicheng-bench-live-'));
  const [catalogueDir, dataDir] = [join(work, 'catalogue'), join(work, 'data')];
  await makeCorpus(catalogueDir, items);
  await adoptAll(catalogueDir, items);
  const studio = new RunningStudio({ catalogueDir, dataDir });
  try {
    await makeAccounts(people, [dataDir]);
    const began = performance.now();
    await studio.start();
    const start = performance.now() - began;
    const clients = Object.fromEntries(
      people.map(({ user }) => [user, new StudioClient(studio.url, { user, password })]),
    );
    const others = new StudioClient(studio.url, { user: 'drafter', password });
    // Nothing of what a server does once, at its first request, is part of it.
    await asked(others, 'GET', '/api/publish');
    const idle = await waitsWhile(others, () => sleep(5_000));
    const times: number[] = [];
    const waits: number[] = [];
    let text = await readFile(join(catalogueDir, file), 'utf8');
    for (let round = 0; round < rounds; round++) {
      const days = 11 + round;
      text = text.replace(/(promised:[^]*?value: )\d+/, (_, before: string) => `${before}${days}`);
      const approve = await signedButOnce(clients, text);
      waits.push(
        ...(await waitsWhile(others, async () => {
          await approve();
          const merged = performance.now();
          await asked(clients['administrator']!, 'POST', '/api/publish');
          const shown = await (await fetch(studio.url + page)).text();
          times.push(performance.now() - merged);
          if (!shown.includes(`${days} 个工作日`)) throw new Error(`${page} does not say ${days}`);
        })),
      );
    }
    await studio.stop();
    const publish = quantile(times, 0.5)!;
    return { items, start: Math.round(start), publish, idle: told(idle), meanwhile: told(waits) };
  } finally {
    await studio.kill({ all: true });
    await rm(work, { recursive: true, force: true });
  }
}

/** A draft of `text` with all signatures but the last; gives what puts that and so merges it. */
async function signedButOnce(
  { drafter, reviewer, legal }: Record<string, StudioClient>,
  text: string,
): Promise<() => Promise<void>> {
  const draft = await asked<DraftView>(drafter!, 'POST', '/api/drafts', { body: { file } });
  const url = `/api/drafts/${draft.id}`;
  let { tip } = draft;
  const write = async (client: StudioClient, method: Method, path: string, body: string | object) => {
    const headers = preconditions(tip, ulid());
    ({ tip } = await asked<Saved>(client, method, path, { body, headers }));
  };
  await write(drafter!, 'PUT', `${url}/files/${file}`, text);
  await write(drafter!, 'POST', `${url}/acts`, { kind: 'submit' });
  await write(reviewer!, 'POST', `${url}/acts`, { kind: 'approve', role: 'reviewer' });
  return () => write(legal!, 'POST', `${url}/acts`, { kind: 'approve', role: 'legal' });
}

async function asked<T>(client: StudioClient, method: Method, path: string, asking: Asking = {}): Promise<T> {
  const { status, body } = await client.ask<T>(method, path, asking);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** What somebody waits who asks who they are, again and again, until `deed` is done. */
async function waitsWhile(client: StudioClient, deed: () => Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  const over = new AbortController();
  const doing = deed().finally(() => over.abort());
  while (!over.signal.aborted) {
    const { status, ms } = await client.ask('GET', '/api/session');
    if (status !== 200) throw new Error(`/api/session: ${status}`);
    waits.push(ms);
    await sleep(pause);
  }
  await doing;
  return waits;
}

function told(waits: readonly number[]): Waits {
  return {
    asked: waits.length,
    p50: quantile(waits, 0.5)!,
    p99: quantile(waits, 0.99)!,
    max: Math.round(Math.max(...waits)),
  };
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;

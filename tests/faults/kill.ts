import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ulid } from 'ulid';
import type { DraftView, PublishView, Saved, Session } from '../../src/api/index.ts';
import { readFolder } from '../../src/node/files/index.ts';
import { Store } from '../../src/node/review/index.ts';
import { startGuicheng, type Running } from '../cli/guicheng.ts';
import { sampleDir } from '../sampleCatalogue.ts';
import type { User } from '../testStudio.ts';
import { writeFiles } from '../writeFiles.ts';
import { randomOf } from './random.ts';

// By hand: `npx tsx tests/faults/kill.ts [kills] [seed]` after `npm run build`.

const file = '511502/food-business-licence.yaml';
const page = '/site/511502/food-business-licence.html';

/** What a run tried, and what of that went wrong: `lost` and `twice` should be empty. */
export interface KillReport {
  kills: number;
  saves: number;
  merges: number;
  publishes: number;
  /** Requests that were answered before the kill reached the server. */
  heard: number;
  /** Slowest first save after a kill, in ms, the start of the process not counted. */
  slowestSaveMs: number;
  lost: string[];
  twice: string[];
}

// A publish has something to show because a merge came before it.
const kinds = ['save', 'merge', 'publish'] as const;

type Method = 'GET' | 'PUT' | 'POST';
type Ask = <T>(
  method: Method,
  path: string,
  how?: { body?: string | object; headers?: object },
) => Promise<T>;

/** The server of one data folder, started anew after each kill, with its people signed in. */
interface Server extends Record<User, Ask> {
  running: Running;
  url: string;
}

/** A refused request; a request without an answer throws what `fetch` does. */
class Refused extends Error {}

/**
 * Kills the real program with SIGKILL at some moment after a save, a last signature or a publish was sent, starts
 * it again, and asks for the same operation once more. What was acknowledged must be there, and nothing twice.
 */
export async function killRun({ kills, seed }: { kills: number; seed: number }): Promise<KillReport> {
  const random = randomOf(seed);
  const work = await mkdtemp(join(tmpdir(), 'guicheng-kill-'));
  const report: KillReport = {
    kills: 0,
    saves: 0,
    merges: 0,
    publishes: 0,
    heard: 0,
    slowestSaveMs: 0,
    lost: [],
    twice: [],
  };
  const saves: { draft: string; operation: string; tip: string; text: string }[] = [];
  const passwords = new Map<string, string>();
  let server: Server | undefined;
  try {
    await smallCatalogue(join(work, 'catalogue'));
    const start = async () => (server = await startServer(work, passwords));
    let now = await start();
    let draft = await begin(now);
    /** How long each kind of request took last, so that kills fall into all of it. */
    const usualMs = { save: 80, merge: 80, publish: 80 };
    while (report.kills < kills) {
      const kind = kinds[report.kills % kinds.length]!;
      const cut = async <T>(who: User, send: (ask: Ask) => Promise<T>): Promise<T> => {
        await now[who]('GET', '/api/session');
        const delay = 1 + random.below(random.one([80, usualMs[kind]]));
        if ((await cutOff(delay, now.running, () => send(now[who]))) !== undefined) report.heard++;
        report.kills++;
        now = await start();
        await now[who]('GET', '/api/session');
        // Acknowledged or not, the same operation again ends as the one operation that it is.
        const from = performance.now();
        const answer = await send(now[who]);
        usualMs[kind] = Math.round(performance.now() - from);
        return answer;
      };
      if (kind === 'save') {
        const [operation, text] = [ulid(), `${draft.text}# ${random.below(1e9)}\n`];
        const { tip, id } = draft;
        const saved = await cut('drafter', (ask) => save(ask, { id, tip, text, operation }));
        report.slowestSaveMs = Math.max(report.slowestSaveMs, usualMs.save);
        report.saves++;
        saves.push({ draft: id, operation, tip: saved.tip, text });
        draft = { ...draft, tip: saved.tip };
      } else if (kind === 'merge') {
        let operation = ulid();
        const saved = await save(now.drafter, {
          ...draft,
          operation: ulid(),
          text: `${draft.text}# ${ulid()}\n`,
        });
        let view = await act(now.drafter, { ...draft, tip: saved.tip }, { kind: 'submit' });
        while (view.state.kind === 'submitted') {
          const [signer, ...others] = view.state.missing;
          const role = signer?.role;
          const doing = { id: draft.id, tip: view.tip, operation };
          const who = role === 'legal' ? 'legal' : 'reviewer';
          const sign = (ask: Ask) => act(ask, doing, { kind: 'approve', role });
          view = others.length > 0 ? await sign(now[who]) : await cut(who, sign);
          operation = ulid();
        }
        const { state } = await now.drafter<DraftView>('GET', `/api/drafts/${draft.id}`);
        if (state.kind !== 'merged') report.lost.push(`merge of ${draft.id}: it is ${state.kind}`);
        report.merges++;
        draft = await begin(now);
      } else {
        const headers = { 'x-operation-id': ulid() };
        const view = await cut('administrator', (ask) =>
          ask<PublishView>('POST', '/api/publish', { headers }),
        );
        if (view.live?.oid !== view.main) report.lost.push(`publish of ${view.main}`);
        const shown = await fetch(`${now.url}${page}`);
        if (shown.status !== 200 || !(await shown.text()).includes('</html>'))
          report.lost.push('the public page');
        report.publishes++;
      }
    }
    await now.running.stop();
    server = undefined;
    await judge(work, saves, report);
    return report;
  } finally {
    await server?.running.kill();
    await rm(work, { recursive: true, force: true });
  }
}

/** Sends, kills after `delay` ms, and gives the answer if it came before. */
async function cutOff<T>(delay: number, running: Running, send: () => Promise<T>): Promise<T | undefined> {
  const answer = send().catch((error: unknown) => {
    if (error instanceof Refused) throw error;
    return undefined;
  });
  await sleep(delay);
  await running.kill();
  return answer;
}

/** Two items of one division with what they cite: enough to be published, and quick to check. */
async function smallCatalogue(dir: string): Promise<void> {
  const kept =
    /^(catalogue\.yaml$|agencies|calendars|centres|extension|forms|governance|laws)|food-business-licence\.yaml$/;
  const files = new Map<string, Uint8Array | string>(await readFolder(sampleDir));
  files.set('511502/adopt.yaml', 'division: 511502\nitems:\n  - id: food-business-licence\n');
  for (const path of files.keys()) if (!kept.test(path) && path !== '511502/adopt.yaml') files.delete(path);
  await writeFiles(dir, files);
}

async function startServer(work: string, passwords: Map<string, string>): Promise<Server> {
  const args = ['studio', join(work, 'catalogue'), '--port', '0', '--data', join(work, 'data')];
  const running = startGuicheng(args);
  const told = await running.printed(/Ctrl\+C/);
  for (const [, user, password] of told.matchAll(/^ {2}(\w+) +((?:\w{4}-){4}\w{4}) /gm))
    passwords.set(user!, password!);
  const url = /studio\s+(http:\S+)/.exec(told)![1]!;
  const person = (user: User): Ask => {
    // Signing in takes a while by design, so it is done for those who are needed.
    let ask: Promise<Ask> | undefined;
    return async (...request) => (await (ask ??= signIn(url, user, passwords.get(user)!)))(...request);
  };
  return {
    running,
    url,
    drafter: person('drafter'),
    reviewer: person('reviewer'),
    legal: person('legal'),
    administrator: person('administrator'),
  };
}

async function signIn(url: string, user: string, password: string): Promise<Ask> {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, password }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const { csrf } = (await signedIn.json()) as Session;
  return async <T>(method: Method, path: string, { body, headers }: Parameters<Ask>[2] = {}) => {
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    const answer = await fetch(url + path, {
      method,
      headers: {
        cookie,
        'x-csrf-token': csrf,
        ...(body !== undefined && { 'content-type': type }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Refused(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  };
}

async function begin({ drafter }: Server): Promise<{ id: string; tip: string; text: string }> {
  const { id, tip, contents } = await drafter<DraftView>('POST', '/api/drafts', { body: { file } });
  return { id, tip, text: contents[0]!.text };
}

interface Doing {
  id: string;
  tip: string;
  operation?: string;
}

function preconditions({ tip, operation = ulid() }: Doing): object {
  return { 'if-match': `"${tip}"`, 'x-operation-id': operation };
}

function save(ask: Ask, { text, ...doing }: Doing & { text: string }): Promise<Saved> {
  return ask('PUT', `/api/drafts/${doing.id}/files/${file}`, { body: text, headers: preconditions(doing) });
}

function act(ask: Ask, doing: Doing, deed: object): Promise<DraftView> {
  return ask('POST', `/api/drafts/${doing.id}/acts`, { body: deed, headers: preconditions(doing) });
}

/** Reads the repository as it was left, without the server, and finds what is missing or there twice. */
async function judge(
  work: string,
  saves: readonly { draft: string; operation: string; tip: string; text: string }[],
  report: KillReport,
): Promise<void> {
  const dir = join(work, 'data', 'repository.git');
  await promisify(execFile)('git', [`--git-dir=${dir}`, 'fsck', '--strict', '--full']);
  const store = await Store.open({
    dir,
    gate: () => Promise.resolve({ kind: 'pass', risk: 'plain' }),
    policy: () => ({
      plain: [{ role: 'reviewer' }],
      legal: [{ role: 'reviewer' }, { role: 'legal' }],
      override: [],
    }),
    ownersOf: () => [],
    subjectOf: () => (subject) => subject,
  });
  try {
    for (const { draft: id, operation, tip, text } of saves) {
      const draft = await store.readDraft(id);
      const found = draft?.commits.filter((commit) => commit.operation === operation) ?? [];
      const blob = (await store.repository.readTree(tip)).get(file);
      const written = blob === undefined ? undefined : (await store.repository.readBlob(blob)).toString();
      if (found.length === 0 || found[0]!.oid !== tip || written !== text)
        report.lost.push(`save ${operation}`);
      if (found.length > 1) report.twice.push(`save ${operation}`);
    }
    for (const { id, commits } of await store.listDrafts())
      if (new Set(commits.map(({ operation }) => operation)).size < commits.length)
        report.twice.push(`draft ${id}`);
    const operations = (await store.publishes()).map(({ operation }) => operation);
    if (new Set(operations).size < operations.length) report.twice.push('a publish');
  } finally {
    store.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [kills = '300', seed = '1'] = process.argv.slice(2);
  const report = await killRun({ kills: Number(kills), seed: Number(seed) });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = report.lost.length + report.twice.length === 0 ? 0 : 1;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftView, Problem, Saved } from '../../src/api/index.ts';
import { decodeMessage } from '../../src/review/index.ts';
import { openTestStudio, type Answer, type Client, type TestStudio, type User } from '../testStudio.ts';
import { randomOf, type Random } from './random.ts';

const seed = Number(process.env['RACE_SEED'] ?? 1);
const steps = Number(process.env['RACE_STEPS'] ?? 8);
const files = ['511502/food-business-licence.yaml', '511502/forest-felling-licence.yaml'] as const;
const idOf = (file: string) => file.slice('511502/'.length, -'.yaml'.length);
const users: User[] = ['drafter', 'reviewer', 'legal', 'administrator'];

let studio: TestStudio;
let clients: Record<User, Client>;
let base: Map<string, string>;
beforeAll(async () => {
  // Two items of one division: what races is the store, and each look at a draft checks the whole catalogue.
  studio = await openTestStudio({
    keep: (path) =>
      /^(catalogue\.yaml$|agencies|calendars|centres|extension|forms|governance|laws)/.test(path) ||
      files.some((file) => path.endsWith(file.slice('511502'.length))),
    changes: new Map([
      [
        '511502/adopt.yaml',
        `division: 511502\nitems:\n${files.map((file) => `  - id: ${idOf(file)}\n`).join('')}`,
      ],
    ]),
  });
  const signedIn = await Promise.all(users.map(async (user) => [user, await studio.signIn(user)] as const));
  clients = Object.fromEntries(signedIn) as typeof clients; // One for every user.
  const main = await studio.store.readCatalogue(await studio.store.main());
  base = new Map(files.map((file) => [file, Buffer.from(main.get(file)!).toString()]));
}, 60_000);
afterAll(() => studio.close());

/** What was acknowledged: by these the repository is judged. */
interface Acknowledged {
  saves: { draft: string; operation: string; tip: string; file: string; text: string }[];
  acts: { draft: string; operation: string; kind: string; subject: string }[];
}

type Deed = { kind: string } & Record<string, string>;
type Visit = { user: User; save: true } | { user: User; save: false; deed: Deed };

function act(user: User, deed: Deed): Visit {
  return { user, save: false, deed };
}

/** Mostly what brings a draft in this state on; now and then anything, by anybody. */
function visitOf(random: Random, state: DraftView['state']): Visit {
  const version = random.below(1e9);
  if (random.below(4) === 0)
    return act(
      random.one(users),
      random.one<Deed>([
        { kind: 'submit' },
        { kind: 'withdraw' },
        { kind: 'comment', text: `见 ${version}` },
        { kind: 'return', reason: `退 ${version}` },
        { kind: 'merge' },
        { kind: 'approve', role: random.one(['reviewer', 'legal', 'drafter']) },
      ]),
    );
  switch (state.kind) {
    case 'submitted': {
      const role = random.one(['reviewer', 'legal'] as const);
      return act(role, { kind: 'approve', role });
    }
    case 'approved':
      return act(random.one(['reviewer', 'drafter']), random.one([{ kind: 'merge' }, { kind: 'withdraw' }]));
    case 'editing':
    case 'returned':
    case 'withdrawn':
    case 'merged':
      return random.below(2) === 0 ? { user: 'drafter', save: true } : act('drafter', { kind: 'submit' });
  }
}

/** One person at one draft: looks at it, waits a little, and acts on what was seen, as people do. */
async function visit(random: Random, draft: string, file: string, told: Acknowledged): Promise<void> {
  const seen = (await clients.drafter.ask<DraftView>('GET', `/api/drafts/${draft}`)).body;
  const what = visitOf(random, seen.state);
  const client = clients[what.user];
  const [wait, version, operation] = [random.below(40), random.below(1e9), ulid()];
  const isTwice = random.below(4) === 0;
  await sleep(wait);
  const headers = { 'if-match': `"${seen.tip}"`, 'x-operation-id': operation };
  if (what.save) {
    const text = `${base.get(file)!}# ${version}\n`;
    const send = () =>
      client.ask<Saved & Problem>('PUT', `/api/drafts/${draft}/files/${file}`, {
        payload: text,
        headers: { ...headers, 'content-type': 'text/plain' },
      });
    for (const { status, body } of await Promise.all(isTwice ? [send(), send()] : [send()])) {
      expect([200, 403, 409, 422], JSON.stringify(body)).toContain(status);
      // What met another's change came out as both, and the answer tells it.
      if (status === 200) told.saves.push({ draft, operation, tip: body.tip, file, text: body.text ?? text });
    }
    return;
  }
  const send = () =>
    client.ask<DraftView & Problem>('POST', `/api/drafts/${draft}/acts`, { payload: what.deed, headers });
  const answers: Answer<DraftView & Problem>[] = await Promise.all(isTwice ? [send(), send()] : [send()]);
  for (const { status, body } of answers) {
    expect([200, 403, 409, 422], JSON.stringify(body)).toContain(status);
    const { kind } = what.deed;
    if (status === 200 && kind !== 'merge')
      told.acts.push({ draft, operation, kind, subject: client.session.person.subject });
  }
}

/** Every commit below `tip` along first parents with its act, newest first. */
async function acts(tip: string) {
  return (await studio.store.repository.history(tip)).map((commit) => {
    const signed = decodeMessage(commit.message);
    if (signed === undefined) throw new Error(`Commit ${commit.oid} tells no act`);
    return { ...commit, ...signed };
  });
}

async function textAt(oid: string, file: string): Promise<string> {
  const { repository } = studio.store;
  return (await repository.readBlob((await repository.readTree(oid)).get(file)!)).toString();
}

test(`people racing on shared drafts (seed ${seed}): nothing acknowledged is lost, nothing is merged unapproved`, async () => {
  const random = randomOf(seed);
  const told: Acknowledged = { saves: [], acts: [] };
  const begin = async (file: string) => ({ file, id: (await studio.draft(clients.drafter, file)).id });
  const drafts = await Promise.all([...files, ...files].map(begin));
  const racing = new AbortController();
  const publish = async () => {
    while (!racing.signal.aborted) {
      const { status, body } = await clients.administrator.ask('POST', '/api/publish', {
        headers: { 'x-operation-id': ulid() },
      });
      expect(status, JSON.stringify(body)).toBe(200);
      await sleep(200);
    }
  };
  const race = async () => {
    for (let step = 0; step < steps; step++) {
      // What is merged is done with, so somebody begins another.
      const states = await Promise.all(drafts.map(({ id }) => studio.store.readDraft(id)));
      for (const [i, draft] of states.entries())
        if (draft?.state.kind === 'merged' && random.below(2) === 0)
          drafts.push(await begin(drafts[i]!.file));
      await Promise.all(
        Array.from({ length: 6 }, () => {
          const { id, file } = random.one(drafts.slice(-5));
          return visit(random, id, file, told);
        }),
      );
    }
    racing.abort();
  };
  await Promise.all([race(), publish()]);

  const { store } = studio;
  const operations = new Map<string, number>();
  for (const { id } of drafts) {
    const draft = (await store.readDraft(id))!;
    for (const { operation } of draft.commits)
      operations.set(operation, (operations.get(operation) ?? 0) + 1);
  }
  expect(
    [...operations].filter(([, count]) => count > 1),
    'acts done twice',
  ).toEqual([]);
  for (const { operation, tip, draft, file, text } of told.saves) {
    const commits = (await store.readDraft(draft))!.commits;
    expect(commits.find((commit) => commit.operation === operation)?.oid, `save ${operation} lost`).toBe(tip);
    expect(await textAt(tip, file)).toBe(text);
  }
  for (const { operation, kind, subject, draft } of told.acts) {
    const commit = (await store.readDraft(draft))!.commits.find((one) => one.operation === operation);
    expect([commit?.act.kind, commit?.person.subject], `act ${operation} lost`).toEqual([kind, subject]);
  }

  // Every commit of main took in what two others than its writers had signed, blob by blob.
  let merges = 0;
  for (const merge of await acts(await store.main())) {
    if (merge.act.kind === 'import') continue;
    merges++;
    const [before, taken] = merge.parents;
    const history = await acts(taken!);
    const begun = history.findIndex(({ act }) => act.kind === 'create');
    const own = history.slice(0, begun + 1);
    const written = own.findIndex((one, i) => one.act.kind === 'edit' && one.tree !== history[i + 1]!.tree);
    const submitted = own.findIndex(({ act }) => act.kind === 'submit');
    expect(submitted, 'it was submitted after the last save').toBeLessThan(written);
    const writers = new Set(
      own
        .slice(written)
        .filter(({ act }) => act.kind === 'edit')
        .map((one) => one.person.subject),
    );
    const signers = new Set<string>();
    const [then, now] = await Promise.all([before!, merge.oid].map((oid) => store.repository.readTree(oid)));
    const changed = [...new Set([...then!.keys(), ...now!.keys()])].filter(
      (path) => then!.get(path) !== now!.get(path),
    );
    for (const { act, person } of own.slice(0, submitted)) {
      if (act.kind !== 'approve') continue;
      expect(act.files, 'what was signed is what came into main').toEqual(
        changed.map((path) => ({ path, blob: now!.get(path) ?? null, base: then!.get(path) ?? null })),
      );
      signers.add(person.subject);
    }
    expect(signers.size, 'somebody signed').toBeGreaterThan(0);
    expect(
      [...signers].filter((subject) => writers.has(subject)),
      'nobody signed their own',
    ).toEqual([]);
  }
  process.stdout.write(
    `seed ${seed}: ${told.saves.length} saves and ${told.acts.length} acts acknowledged, ${merges} merged, ${(await store.publishes()).length} publishes; lost 0\n`,
  );
  for (const count of [told.saves.length, told.acts.length, merges]) expect(count).toBeGreaterThan(0);
}, 600_000);

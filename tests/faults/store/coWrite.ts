import type { Store } from '../../../src/node/review/index.ts';
import type { Random } from '../random.ts';
import type { Acknowledged } from './judge.ts';
import { files, itemText } from './openStore.ts';
import type { Answer, Request } from './request.ts';
import { seededUlid } from './seededUlid.ts';

/** What writers of one file did, and what came of it. */
export interface CoWriting {
  /** Saves tried, each on what its writer had loaded, whatever others did since. */
  tried: number;
  acknowledged: Acknowledged[];
  lost: string[];
  /** Saves of a field that nobody else writes, that were not merged by themselves; there should be none. */
  asked: number;
  saves: number[];
}

/** A server: what asks it waits until it has answered, however often it has to ask. */
export interface Server {
  ask(request: Request): Promise<Answer>;
  /** What it reads by. */
  store: Store;
}

const path = files[0];
const own = ['name', 'everydayName', 'summary'] as const;
const shared = 'subject';

/**
 * Three writers at several servers load, edit and save one item of one draft, `saves` times each at most: each a
 * field of its own, and all of them now and then the same one. What each was told decides what must be there at the
 * end. `pause` waits before a save, where nothing else decides who comes when.
 */
export async function coWrite(
  servers: readonly Server[],
  { saves, random, pause }: { saves(writer: number): number; random: Random; pause?: () => Promise<unknown> },
): Promise<CoWriting> {
  const told: CoWriting = { tried: 0, acknowledged: [], lost: [], asked: 0, saves: [] };
  const draft = seededUlid(random);
  const create: Request = { kind: 'create', who: 'drafter', operation: draft, title: '同写' };
  const created = await servers[0]!.ask(create);
  if (created.kind !== 'acknowledged') throw new Error(created.why);
  told.acknowledged.push({ request: create, oid: created.oid });
  const expected = new Map<string, string>();

  const write = async (writer: number, random: Random) => {
    const server = servers[writer % servers.length]!;
    let seen = { tip: created.oid, text: itemText('a') };
    for (let left = saves(writer); left > 0; left--) {
      told.tried++;
      if (random.below(2) === 0) seen = await look(server.store, draft);
      await pause?.();
      const isShared = random.below(4) === 0;
      const field = isShared ? shared : own[writer]!;
      const value = `值${random.below(1e9)}`;
      const request: Request = {
        kind: 'save',
        who: 'drafter',
        operation: seededUlid(random),
        draft,
        path,
        content: seen.text.replace(new RegExp(`( ${field}: )\\S+`), `$1${value}`),
        ifMatch: seen.tip,
      };
      const from = performance.now();
      // One in eight is sent twice at once, as by a client that had no answer.
      const sentTo = random.below(8) === 0 ? [server, random.one(servers)] : [server];
      const answers = await Promise.all(sentTo.map((one) => one.ask(request)));
      const answer = answers.find(({ kind }) => kind === 'acknowledged') ?? answers[0]!;
      if (answer.kind === 'refused') {
        if (answer.why !== 'stale') throw new Error(answer.why);
        if (!isShared) told.asked++;
        seen = await look(server.store, draft);
        continue;
      }
      told.saves.push(performance.now() - from);
      const { oid, text = request.content } = answer;
      told.acknowledged.push({ request, oid, text });
      if (isShared) await checkSeen(server.store, { oid, was: valueIn(seen.text, shared), told });
      else expected.set(field, value);
      seen = { tip: oid, text };
    }
  };
  const seeds = own.map(() => random.fork());
  await Promise.all(own.map((_, writer) => write(writer, seeds[writer]!)));
  const { text } = await look(servers[0]!.store, draft);
  for (const [field, value] of expected)
    if (valueIn(text, field) !== value)
      told.lost.push(`${draft}: ${field} is ${valueIn(text, field)}, not ${value}`);
  return told;
}

async function look(store: Store, draft: string): Promise<{ tip: string; text: string }> {
  const { tip } = (await store.readDraft(draft))!; // It was made before.
  return { tip, text: await textAt(store, tip) };
}

async function textAt({ repository }: Store, oid: string): Promise<string> {
  const blob = (await repository.readTree(oid)).get(path);
  if (blob === undefined) throw new Error(`No ${path} in ${oid}`);
  return (await repository.readBlob(blob)).toString();
}

/** Whoever changed the shared field must have seen what the commit before held: nobody's words went unseen. */
async function checkSeen(
  store: Store,
  { oid, was, told }: { oid: string; was: string; told: CoWriting },
): Promise<void> {
  const { parents } = await store.repository.readCommit(oid);
  const before = valueIn(await textAt(store, parents[0]!), shared);
  if (before !== was) told.lost.push(`${oid}: ${shared} was ${before}, its writer saw ${was}`);
}

function valueIn(text: string, field: string): string {
  return new RegExp(` ${field}: (\\S+)`).exec(text)?.[1] ?? '';
}

import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { Contended, type Store } from '../../../src/node/review/index.ts';
import type { Random } from '../random.ts';
import type { Acknowledged } from './judge.ts';
import { files, itemText } from './openStore.ts';
import { perform, type Answer, type Request } from './request.ts';

export interface Interleavings {
  /** Saves tried, each on what its writer had loaded, whatever others did since. */
  tried: number;
  acknowledged: Acknowledged[];
  lost: string[];
  /** Saves of a field that nobody else writes, that were not merged by themselves; there should be none. */
  asked: number;
  saves: number[];
}

const path = files[0];
const own = ['name', 'everydayName', 'summary'] as const;
const shared = 'subject';
/** Saves on one draft before the next is begun, so that no history becomes the thing that is measured. */
const perDraft = 48;

/**
 * Writers at two servers load, edit and save one item at random times: each a field of its own, and all of them now
 * and then the same one. What each was told decides what must be there at the end.
 */
export async function interleave(
  stores: readonly Store[],
  { count, random }: { count: number; random: Random },
): Promise<Interleavings> {
  const told: Interleavings = { tried: 0, acknowledged: [], lost: [], asked: 0, saves: [] };
  while (told.tried < count) await onOneDraft(stores, random, told);
  return told;
}

async function onOneDraft(stores: readonly Store[], random: Random, told: Interleavings): Promise<void> {
  const create: Request = { kind: 'create', who: 'drafter', operation: ulid(), title: '同写' };
  const draft = create.operation;
  const created = await perform(stores[0]!, create);
  if (created.kind !== 'acknowledged') throw new Error(created.why);
  told.acknowledged.push({ request: create, oid: created.oid });
  const expected = new Map<string, string>();
  const until = told.tried + perDraft;
  const write = async (field: (typeof own)[number], store: Store) => {
    let seen = { tip: created.oid, text: itemText('a') };
    while (told.tried < until) {
      told.tried++;
      if (random.below(2) === 0) seen = await look(store, draft);
      await sleep(random.below(15));
      const isShared = random.below(4) === 0;
      const changed = isShared ? shared : field;
      const value = `值${random.below(1e9)}`;
      const request: Request = {
        kind: 'save',
        who: 'drafter',
        operation: ulid(),
        draft,
        path,
        content: seen.text.replace(new RegExp(`( ${changed}: )\\S+`), `$1${value}`),
        ifMatch: seen.tip,
      };
      const from = performance.now();
      // One in eight is sent twice at once, as by a client that had no answer.
      const twice = random.below(8) === 0;
      const answers = await Promise.all(
        (twice ? [store, random.one(stores)] : [store]).map((to) => untilHeard(to, request)),
      );
      const answer = answers.find(({ kind }) => kind === 'acknowledged') ?? answers[0]!;
      if (answer.kind === 'refused') {
        if (answer.why !== 'stale') throw new Error(answer.why);
        if (!isShared) told.asked++;
        seen = await look(store, draft);
        continue;
      }
      told.saves.push(performance.now() - from);
      const { oid, text = request.content } = answer;
      told.acknowledged.push({ request, oid, text });
      if (!isShared) expected.set(field, value);
      else await checkSeen(store, { oid, was: valueIn(seen.text, shared), told });
      seen = { tip: oid, text };
    }
  };
  await Promise.all(own.map((field, i) => write(field, stores[i % stores.length]!)));
  const { text } = await look(stores[0]!, draft);
  for (const [field, value] of expected)
    if (valueIn(text, field) !== value)
      told.lost.push(`${draft}: ${field} is ${valueIn(text, field)}, not ${value}`);
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
  { oid, was, told }: { oid: string; was: string; told: Interleavings },
): Promise<void> {
  const [commit] = await store.repository.history(oid, 1);
  const before = valueIn(await textAt(store, commit!.parents[0]!), shared);
  if (before !== was) told.lost.push(`${oid}: ${shared} was ${before}, its writer saw ${was}`);
}

function valueIn(text: string, field: string): string {
  return new RegExp(` ${field}: (\\S+)`).exec(text)?.[1] ?? '';
}

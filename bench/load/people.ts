import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import type {
  ActRequest,
  CatalogueView,
  DraftRow,
  DraftView,
  ReviewView,
  Saved,
} from '../../src/api/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { randomOf } from '../../tests/faults/random.ts';
import { password, type Somebody } from '../../tests/runningStudio.ts';
import { preconditions, StudioClient, type Asking, type Method } from '../../tests/studioClient.ts';
import type { Figures } from './figures.ts';

/** Who works, where, and on what. */
export interface Pace extends Somebody {
  url: string;
  figures: Figures;
  files: readonly string[];
  seed: number;
}

/** Works until `performance.now()` is `until`. */
export type Work = (until: number) => Promise<void>;

/**
 * Think times in ms, from and up to: a sentence is typed, and saved by itself once the hand rests; a catalogue is
 * looked through; a review is read.
 */
const pace = {
  begin: [0, 8_000],
  type: [4_000, 12_000],
  look: [3_000, 8_000],
  read: [10_000, 25_000],
  wait: [5_000, 15_000],
} as const;

/** Saves of one draft before it is submitted, from and up to. */
const saves = [4, 12] as const;

const fields = ['everydayName', 'summary', 'subject'];

/** Somebody who looks for an item, begins a draft of it, writes sentence by sentence, and submits. */
export async function editAtPace(person: Pace): Promise<Work> {
  const { ask, act, think, random, client } = deskOf(person);
  await client.signIn();
  return async (until) => {
    await think('begin');
    while (performance.now() < until) {
      await Promise.all([
        ask<CatalogueView>('catalogue', 'GET', '/api/catalogue'),
        ask<DraftRow[]>('drafts list', 'GET', '/api/drafts'),
      ]);
      await think('look');
      // What the check finds on an item is asked for from its row.
      if (random.below(2) === 0) await ask<Diagnostic[]>('check', 'GET', '/api/diagnostics');
      await think('look');
      const begun = await ask<DraftView>('create', 'POST', '/api/drafts', {
        body: { file: random.one(person.files) },
        headers: { 'x-operation-id': ulid() },
      });
      const [content] = begun?.contents ?? [];
      if (begun === undefined || content === undefined) continue;
      const { id } = begun;
      await ask<DraftView>('draft', 'GET', `/api/drafts/${id}`);
      let { tip } = begun;
      let { text } = content;
      for (let left = saves[0] + random.below(saves[1] - saves[0]); left > 0; left--) {
        await think('type');
        if (performance.now() > until) return;
        text = rewritten(text, random.one(fields), `${person.name}${random.below(1e6)}`);
        const saved = await ask<Saved>('save', 'PUT', `/api/drafts/${id}/files/${content.path}`, {
          body: text,
          headers: preconditions(tip, ulid()),
        });
        if (saved === undefined) return;
        tip = saved.tip;
      }
      await think('look');
      await act(id, tip, { kind: 'submit' });
    }
  };
}

/** Somebody who looks into the inbox, reads what changes and what the page would be, and signs or returns. */
export async function reviewAtPace(person: Pace): Promise<Work> {
  const { ask, act, think, random, client } = deskOf(person);
  await client.signIn();
  return async (until) => {
    await think('begin');
    while (performance.now() < until) {
      const inbox = await ask<DraftRow[]>('inbox', 'GET', '/api/drafts');
      const mine = inbox?.filter(({ maySign }) => maySign) ?? [];
      if (mine.length === 0) {
        await think('wait');
        continue;
      }
      const { id } = random.one(mine);
      const [draft, review] = await Promise.all([
        ask<DraftView>('draft', 'GET', `/api/drafts/${id}`),
        ask<ReviewView>('review', 'GET', `/api/drafts/${id}/review`),
      ]);
      const [guide] = review?.touched ?? [];
      if (guide !== undefined)
        await ask(
          'review pages',
          'GET',
          `/api/drafts/${id}/review/pages?division=${guide.division}&item=${guide.id}`,
        );
      await think('read');
      if (performance.now() > until) return;
      // Another reviewer may have been there meanwhile: the page asks again before it shows the button.
      const now = await ask<DraftView>('draft', 'GET', `/api/drafts/${id}`);
      const [signer] = now?.signers ?? [];
      if (draft === undefined || now === undefined || signer === undefined) continue;
      const { role, of } = signer;
      const deed: ActRequest =
        random.below(5) === 0
          ? { kind: 'return', reason: '请再核对' }
          : { kind: 'approve', role, ...(of !== undefined && { of }) };
      const done = await act(id, now.tip, deed);
      // What others merged meanwhile may change who has to sign, and then it says that it is to be returned.
      if (done === undefined && deed.kind === 'approve')
        await act(id, now.tip, { kind: 'return', reason: '正式目录已变，请再核对' });
    }
  };
}

function deskOf({ url, user, figures, seed }: Pace) {
  const client = new StudioClient(url, { user, password });
  const random = randomOf(seed + 1);
  const ask = <T>(kind: string, method: Method, path: string, asking?: Asking): Promise<T | undefined> =>
    figures.note(kind, client.ask<T>(method, path, asking));
  return {
    client,
    random,
    ask,
    act: (id: string, tip: string, deed: ActRequest): Promise<DraftView | undefined> =>
      ask(deed.kind, 'POST', `/api/drafts/${id}/acts`, { body: deed, headers: preconditions(tip, ulid()) }),
    think: (what: keyof typeof pace) => {
      const [from, to] = pace[what];
      return sleep(from + random.below(to - from));
    },
  };
}

function rewritten(text: string, field: string, words: string): string {
  return text.replace(
    new RegExp(`^(  ${field}: )(.*?)(（.*）)?$`, 'm'),
    (_all, key: string, said: string) => `${key}${said}（${words}）`,
  );
}

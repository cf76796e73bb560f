import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { ActRequest, DraftRow, DraftView, Problem, PublishView, Saved } from '../../../src/api/index.ts';
import {
  preconditions,
  type Asking,
  type Heard,
  type Method,
  type StudioClient,
} from '../../studioClient.ts';
import type { Random } from '../random.ts';
import type { Ledger } from './ledger.ts';

/** Fields of an item that hold a sentence, each on a line of its own: two of plain words, one that the law fixes. */
export const fields = ['everydayName', 'summary', 'subject'] as const;

export interface PersonOptions {
  /** Sessions of this person, one at each server. */
  clients: readonly StudioClient[];
  name: string;
  random: Random;
  ledger: Ledger;
  files: readonly string[];
  /** Hears of each write that was acknowledged, by the number of the server. */
  acknowledged(server: number): void;
}

/** Asked again for so long before the run is given up: a server is back within seconds. */
const patienceMs = 90_000;

/** The draft somebody works at: what they last saw of its file. */
interface Desk {
  id: string;
  file: string;
  tip: string;
  text: string;
}

/**
 * Somebody who does one thing after another through the public API. What was not answered is asked for once more
 * under the same operation id, at the same server or the other.
 */
export class Somebody {
  readonly #options: PersonOptions;
  #server: number;
  #desk: Desk | undefined;

  constructor(options: PersonOptions) {
    this.#options = options;
    this.#server = options.random.below(options.clients.length);
  }

  /** One thing that drafters do. */
  async draft(): Promise<void> {
    const { random } = this.#options;
    if (this.#desk === undefined) return random.below(5) < 3 ? this.#begin() : this.#join();
    const dice = random.below(100);
    if (dice < 60) return this.#save(this.#desk);
    if (dice < 72) return this.#say(this.#desk, { kind: 'comment', text: this.#words() });
    if (dice < 75) return this.#withdraw(this.#desk);
    if (dice < 80) return void (this.#desk = undefined);
    return this.#submit(this.#desk);
  }

  /** One thing that reviewers do: a draft of those they may sign is signed, returned or commented on. */
  async review(): Promise<void> {
    const { random } = this.#options;
    const { body } = await this.#ask<DraftRow[]>('list', 'GET', '/api/drafts');
    const mine = body.filter(({ maySign }) => maySign);
    if (mine.length === 0) return;
    const row = random.one(mine);
    await this.#ask('review', 'GET', `/api/drafts/${row.id}/review`);
    const seen = await this.#ask<DraftView>('read', 'GET', `/api/drafts/${row.id}`);
    if (seen.status !== 200) return;
    const dice = random.below(100);
    // What is signed is what was seen: the tip of before, whatever came since.
    const at = { id: row.id, tip: seen.body.tip };
    if (dice < 15) return this.#say(at, { kind: 'comment', text: this.#words() });
    if (dice < 30) return this.#say(at, { kind: 'return', reason: this.#words() });
    const signer = seen.body.signers[0];
    if (signer === undefined) return;
    const { role, of } = signer;
    return this.#say(at, { kind: 'approve', role, ...(of !== undefined && { of }) });
  }

  /** Shows main on the public site of a server. */
  async publish(): Promise<void> {
    const operation = ulid();
    const asking = { headers: { 'x-operation-id': operation } };
    const { status, body } = await this.#ask<PublishView & Problem>(
      'publish',
      'POST',
      '/api/publish',
      asking,
      true,
    );
    const { ledger } = this.#options;
    if (status !== 200) return ledger.refuse('publish', status, body.kind, operation);
    if (body.live === undefined) throw new Error('A publish that shows nothing');
    ledger.acknowledged.push({ kind: 'publish', operation, live: body.live.oid });
  }

  async #begin(): Promise<void> {
    const { random, files, ledger, name } = this.#options;
    const file = random.one(files);
    const operation = ulid();
    const asking = {
      body: { file, title: `${name} ${operation}` },
      headers: { 'x-operation-id': operation },
    };
    const { status, body } = await this.#ask<DraftView & Problem>(
      'create',
      'POST',
      '/api/drafts',
      asking,
      true,
    );
    if (status !== 201) return ledger.refuse('create', status, body.kind, operation);
    ledger.acknowledged.push({ kind: 'create', operation, draft: body.id, file, tip: body.tip });
    this.#sit(body);
  }

  /** Goes on with a draft of somebody's, where others may be at work as well. */
  async #join(): Promise<void> {
    const { random } = this.#options;
    const { body } = await this.#ask<DraftRow[]>('list', 'GET', '/api/drafts');
    const open = body.filter(({ state }) => state.kind === 'editing' || state.kind === 'returned');
    if (open.length === 0) return this.#begin();
    const { id } = random.one(open.slice(0, 6));
    const seen = await this.#ask<DraftView>('read', 'GET', `/api/drafts/${id}`);
    if (seen.status === 200) this.#sit(seen.body);
  }

  #sit({ id, tip, contents }: DraftView): void {
    const [content] = contents;
    this.#desk = content && { id, tip, file: content.path, text: content.text };
  }

  async #save(desk: Desk): Promise<void> {
    const { random, ledger } = this.#options;
    const operation = ulid();
    const field = random.one(fields);
    const sent = desk.text.replace(
      new RegExp(`^(  ${field}: )(.*?)(（.*）)?$`, 'm'),
      (_all, key: string, said: string) => `${key}${said}（${this.#words()}）`,
    );
    if (sent === desk.text) throw new Error(`${desk.file} has no ${field}`);
    const asking = { body: sent, headers: preconditions(desk.tip, operation) };
    const url = `/api/drafts/${desk.id}/files/${desk.file}`;
    const { status, body } = await this.#ask<Saved & Problem>('save', 'PUT', url, asking, true);
    if (status === 200) {
      const { tip, text } = body;
      ledger.acknowledged.push({
        kind: 'save',
        operation,
        draft: desk.id,
        path: desk.file,
        ifMatch: desk.tip,
        sent,
        tip,
        ...(text !== undefined && { text }),
      });
      this.#desk = { ...desk, tip, text: text ?? sent };
      return;
    }
    ledger.refuse('save', status, body.kind, operation);
    // The same field was somebody else's: they look at what stands there now. Or the draft is not to be edited any more.
    this.#desk =
      body.kind === 'stale' && body.head !== undefined && body.text !== undefined
        ? { ...desk, tip: body.head, text: body.text }
        : undefined;
  }

  async #submit(desk: Desk): Promise<void> {
    const seen = await this.#ask<DraftView>('read', 'GET', `/api/drafts/${desk.id}`);
    this.#desk = undefined;
    if (seen.status === 200) await this.#say(seen.body, { kind: 'submit' });
  }

  async #withdraw(desk: Desk): Promise<void> {
    this.#desk = undefined;
    await this.#say(desk, { kind: 'withdraw' });
  }

  async #say({ id, tip }: { id: string; tip: string }, deed: ActRequest): Promise<void> {
    const { ledger } = this.#options;
    const operation = ulid();
    const asking = { body: deed, headers: preconditions(tip, operation) };
    const { status, body } = await this.#ask<DraftView & Problem>(
      deed.kind,
      'POST',
      `/api/drafts/${id}/acts`,
      asking,
      true,
    );
    if (status === 200) {
      const merged = body.state.kind === 'merged' ? body.state.oid : undefined;
      ledger.acknowledged.push({
        kind: 'act',
        operation,
        draft: id,
        deed,
        ...(merged !== undefined && { merged }),
      });
      if (this.#desk?.id === id) this.#desk = { ...this.#desk, tip: body.tip };
      return;
    }
    // A signature that counts may still find main in its way: it stands, and what should have followed did not.
    if (deed.kind === 'approve' && (body.kind === 'conflict' || body.kind === 'blocked')) {
      ledger.acknowledged.push({ kind: 'act', operation, draft: id, deed });
      if (body.kind === 'conflict') await this.#giveBack(id);
    } else ledger.refuse(deed.kind, status, body.kind, operation);
  }

  /** What main has passed by cannot be taken in: its drafters begin on main as it is. */
  async #giveBack(id: string): Promise<void> {
    const seen = await this.#ask<DraftView>('read', 'GET', `/api/drafts/${id}`);
    if (seen.status === 200) await this.#say(seen.body, { kind: 'return', reason: '正式目录已变' });
  }

  #words(): string {
    const { name, random } = this.#options;
    return `${name}${random.below(1e9)}`;
  }

  /** Asks until somebody answers. @throws Error where nobody does. */
  async #ask<T>(
    what: string,
    method: Method,
    url: string,
    asking?: Asking,
    isWrite = false,
  ): Promise<Heard<T>> {
    const { clients, random, ledger, acknowledged } = this.#options;
    const from = performance.now();
    for (let attempts = 1; ; attempts++) {
      const server = this.#server;
      const heard = await clients[server]!.ask<T>(method, url, asking).catch((error: unknown) => error);
      if (isHeard<T>(heard) && heard.status < 500) {
        ledger.timed(what, performance.now() - from, attempts);
        if (isWrite && heard.status < 300) acknowledged(server);
        return heard;
      }
      ledger.cutOff++;
      if (performance.now() - from > patienceMs)
        throw new Error(
          `${what} was not answered: ${isHeard(heard) ? JSON.stringify(heard) : String(heard)}`,
        );
      await sleep(50 + random.below(250));
      if (random.below(2) === 0) this.#server = random.below(clients.length);
    }
  }
}

function isHeard<T>(value: unknown): value is Heard<T> {
  return !(value instanceof Error) && typeof (value as Partial<Heard<T>>).status === 'number';
}

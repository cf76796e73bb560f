import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LookupData } from '../../src/catalogue/index.ts';
import type { ItemText } from '../../src/check/index.ts';
import type { Edit } from '../../src/model/edit.ts';
import { openCheckClient, type CheckClient } from './checkClient.ts';
import type { CheckAnswer, CheckRequest } from './protocol.ts';

/** A worker that answers when the test says so. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly asked: CheckRequest[] = [];

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  postMessage(request: CheckRequest): void {
    this.asked.push(request);
  }

  terminate(): void {}

  /** Answers the question asked last: of a check, that `text` was checked. */
  answer(text = ''): void {
    const last = this.asked.at(-1)!;
    const data =
      last.kind === 'draw'
        ? { kind: 'drawn', request: last.request, page: 'page' }
        : { ...checked(text), request: last.kind === 'check' ? last.request : 0 };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

let told: string[];
let client: CheckClient;
const attachments: string[] = [];
const edits: Edit[] = [{ kind: 'set', path: ['name'], value: 'b' }];

beforeEach(() => {
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
  told = [];
  client = openCheckClient(
    {} as LookupData,
    ({ text }) => told.push(text),
    () => told.push('page'),
    () => told.push('fault'),
  );
  client.check(subject('a'));
  worker().answer('a');
  expect(told).toEqual(['a']);
});
afterEach(() => vi.unstubAllGlobals());

it('gives an answer made ahead when its text comes, and asks no more', () => {
  client.foresee(edits);
  worker().answer('b');
  expect(told).toEqual(['a']);
  expect(client.foreseen(edits)).toMatchObject({ text: 'b', changes: [{ insert: 'b' }] });
  client.check(subject('b'));
  expect(told).toEqual(['a', 'b']);
  expect(checksOf()).toEqual(['a', 'a with edits']);
});

it('gives an answer made ahead for a text that came before it', () => {
  client.foresee(edits);
  expect(client.foreseen(edits)).toBeUndefined();
  client.check(subject('b'));
  worker().answer('b');
  expect(told).toEqual(['a', 'b']);
  expect(checksOf()).toEqual(['a', 'a with edits']);
});

it('drops an answer made ahead for a text that does not come', () => {
  client.foresee(edits);
  worker().answer('b');
  client.check(subject('c'));
  expect(client.foreseen(edits)).toBeUndefined();
  expect(told).toEqual(['a']);
  worker().answer('c');
  expect(told).toEqual(['a', 'c']);
  expect(checksOf()).toEqual(['a', 'a with edits', 'c']);
});

it('drops an answer made ahead where the attachments are others by now', () => {
  client.foresee(edits);
  client.check({ ...subject('b'), attachments: ['forms/a.pdf'] });
  worker().answer('b');
  expect(told).toEqual(['a']);
  worker().answer('b');
  expect(told).toEqual(['a', 'b']);
});

it('tells what other edits, or edits of another text, make nothing of', () => {
  client.foresee(edits);
  worker().answer('b');
  expect(client.foreseen([{ kind: 'set', path: ['name'], value: 'c' }])).toBeUndefined();
});

it('draws the text that was asked about, not one that was only foreseen', () => {
  client.foresee(edits);
  worker().answer('b');
  client.draw();
  expect(checksOf()).toEqual(['a', 'a with edits', 'a']);
  worker().answer('a');
  worker().answer();
  expect(told).toEqual(['a', 'a', 'page']);
});

it('foresees nothing while the worker is at something', () => {
  client.draw();
  client.foresee(edits);
  worker().answer();
  expect(checksOf()).toEqual(['a']);
});

it('forgets what was asked ahead of a worker that fails', () => {
  client.foresee(edits);
  worker().dispatchEvent(new Event('error'));
  client.check(subject('b'));
  worker().answer('b');
  expect(FakeWorker.made.length).toBe(2);
  expect(told).toEqual(['a', 'fault', 'b']);
});

function worker(): FakeWorker {
  return FakeWorker.made.at(-1)!;
}

function subject(text: string): ItemText {
  return { file: 'a.yaml', text, upper: [], attachments };
}

function checked(text: string): CheckAnswer {
  const changes = [{ from: 0, to: 1, insert: text }];
  return { kind: 'checked', request: 0, text, changes, diagnostics: [], rules: {} };
}

function checksOf(): string[] {
  return worker().asked.flatMap((one) =>
    one.kind === 'check' ? [`${one.subject.text}${one.edits === undefined ? '' : ' with edits'}`] : [],
  );
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Store } from './index.ts';
import { ann, law, policy, rev } from './testPeople.ts';

const path = '000000/a.yaml';

let dir: string;
let one: Store;
let two: Store;
const open = () =>
  Store.open({
    dir,
    gate: () => Promise.resolve({ kind: 'pass', risk: 'legal' }),
    policy,
    ownersOf: () => [],
    subjectOf: () => (subject) => subject,
  });
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-operation-'));
  one = await open();
  await one.seed(new Map([[path, Buffer.from('id: a\n')]]), ann);
  two = await open();
});
afterEach(async () => {
  one.close();
  two.close();
  await rm(dir, { recursive: true, force: true });
});

/** Has `first` done between the look of the second store and its move of the ref. */
function inBetween(first: () => Promise<unknown>): void {
  const { repository } = two;
  const updateRef = repository.updateRef.bind(repository);
  vi.spyOn(repository, 'updateRef').mockImplementationOnce(async (move) => {
    await first();
    return updateRef(move);
  });
}

async function begin() {
  const created = await one.createDraft({ person: ann, operation: ulid(), title: '改' });
  if (created.kind === 'refused') throw new Error(created.reasonEn);
  return created.draft;
}

test('an act asked for at two stores at once is done once, and both say so', async () => {
  const { id, tip } = await begin();
  const asked = {
    draft: id,
    deed: { kind: 'comment', text: '请核对' },
    ifMatch: tip,
    person: rev,
    operation: ulid(),
  } as const;
  inBetween(async () => expect((await one.act(asked)).kind).toBe('done'));
  const done = await two.act(asked);
  const { tip: now, commits } = (await one.readDraft(id))!;
  expect([done, commits.length]).toEqual([{ kind: 'done', tip: now }, 2]);
});

test('an act that another came before is refused, and not done', async () => {
  const { id, tip } = await begin();
  const asked = (text: string) =>
    ({ draft: id, deed: { kind: 'comment', text }, ifMatch: tip, person: rev, operation: ulid() }) as const;
  inBetween(() => one.act(asked('一')));
  const refused = await two.act(asked('二'));
  const { tip: now, commits } = (await one.readDraft(id))!;
  expect([refused, commits.length]).toEqual([{ kind: 'stale', head: now }, 2]);
});

test('so is a publish', async () => {
  const publish = {
    main: await one.main(),
    date: '2026-01-05',
    onto: undefined,
    person: law,
    operation: ulid(),
  };
  inBetween(() => one.recordPublish(publish));
  const recorded = await two.recordPublish(publish);
  const publishes = await one.publishes();
  expect(publishes.map(({ oid }) => ({ kind: 'recorded', oid }))).toEqual([recorded]);
  inBetween(() => one.recordPublish({ ...publish, onto: publishes[0]!.oid, operation: ulid() }));
  const late = await two.recordPublish({ ...publish, onto: publishes[0]!.oid, operation: ulid() });
  expect(late).toEqual({ kind: 'stale', head: (await one.live())!.oid });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CatalogueView, DraftView, Problem, Saved } from '../../src/api/index.ts';
import { openTestStudio, type Client, type TestStudio } from '../testStudio.ts';
import { gitHttp, type GitHttp } from './gitHttp.ts';

const file = '511502/food-business-licence.yaml';

let parent: string;
let remote: GitHttp;
let one: TestStudio;
let two: TestStudio;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'guicheng-servers-'));
  remote = await gitHttp(parent);
  const shared = { remote: { url: remote.url, allowHttp: true }, parentDir: parent };
  one = await openTestStudio(shared);
  two = await openTestStudio(shared);
});
afterAll(async () => {
  remote.line = () => 'up';
  await one.close();
  await two.close();
  await remote.close();
  await rm(parent, { recursive: true, force: true });
});

const read = async (client: Client, id: string) =>
  (await client.ask<DraftView>('GET', `/api/drafts/${id}`)).body;
const url = (id: string) => `/api/drafts/${id}/files/${file}`;
const operations = async (id: string) =>
  (await one.store.repository.history((await one.store.readDraft(id))!.tip))
    .map(({ message }) => /"operation":"(\w+)"/.exec(message)?.[1])
    .filter((operation) => operation !== undefined);

test('a draft begun at one server is written, signed and taken into main at both', async () => {
  const drafter = await one.signIn('drafter');
  const elsewhere = await two.signIn('drafter');
  const draft = await one.draft(drafter, file);
  await expect.poll(async () => (await read(elsewhere, draft.id)).tip).toBe(draft.tip);
  const text = draft.contents[0]!.text;
  const [here, there] = [`${text}# 一\n`, text.replace('工作日 ', '每个工作日 ')];
  expect(there).not.toBe(text);
  const saved = await drafter.write<Saved>('PUT', url(draft.id), draft.tip, here);
  const merged = await elsewhere.write<Saved>('PUT', url(draft.id), draft.tip, there);
  expect([saved.status, merged.status, merged.body.text]).toEqual([200, 200, `${there}# 一\n`]);

  const act = async (client: Client, deed: object) => {
    // Each acts on what the last one left, wherever that was.
    await expect
      .poll(async () => {
        const { tip } = await read(client, draft.id);
        return (await client.write('POST', `/api/drafts/${draft.id}/acts`, tip, deed)).status;
      })
      .toBe(200);
  };
  await act(drafter, { kind: 'submit' });
  await act(await two.signIn('reviewer'), { kind: 'approve', role: 'reviewer' });
  const { state } = await read(elsewhere, draft.id);
  if (state.kind !== 'merged') await act(await one.signIn('legal'), { kind: 'approve', role: 'legal' });
  const mains = async () =>
    Promise.all(
      [drafter, elsewhere].map(
        async (client) => (await client.ask<CatalogueView>('GET', '/api/catalogue')).body.oid,
      ),
    );
  await expect.poll(async () => new Set(await mains()).size).toBe(1);
  expect((await read(drafter, draft.id)).state.kind).toBe('merged');
}, 120_000);

test('while the remote is away drafts are read, a save says so, and the same save goes through once after', async () => {
  const drafter = await one.signIn('drafter');
  const draft = await one.draft(drafter, file);
  const operation = ulid();
  const save = () =>
    drafter.ask<Saved & Problem>('PUT', url(draft.id), {
      payload: `${draft.contents[0]!.text}# 断\n`,
      headers: {
        'if-match': `"${draft.tip}"`,
        'x-operation-id': operation,
        'content-type': 'text/plain;charset=utf-8',
      },
    });
  remote.line = () => 'refused';
  const away = await save();
  expect([away.status, away.body.message]).toEqual([
    503,
    expect.stringContaining('连不上存放草稿的远程仓库'),
  ]);
  expect((await read(drafter, draft.id)).tip, 'reading goes on').toBe(draft.tip);
  expect((await drafter.ask('GET', '/api/catalogue')).status).toBe(200);

  remote.line = () => 'up';
  const back = performance.now();
  await expect.poll(async () => (await save()).status, { timeout: 10_000 }).toBe(200);
  expect(performance.now() - back).toBeLessThan(10_000);
  // A line that ends before the answer: received, and not sent again as another.
  remote.line = ({ push }) => (push ? 'cut' : 'up');
  const { tip } = await read(drafter, draft.id);
  const cut = await drafter.write<Saved>('PUT', url(draft.id), tip, `${draft.contents[0]!.text}# 续\n`);
  remote.line = () => 'up';
  expect(cut.status).toBe(200);
  const all = await operations(draft.id);
  expect(all.filter((one) => one === operation)).toHaveLength(1);
  expect(new Set(all).size).toBe(all.length);
}, 120_000);

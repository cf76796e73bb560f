import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DraftView, Problem, PublishView, Saved } from '../../../api/index.ts';
import { readCatalogue } from '../../../catalogue/index.ts';
import { smallSample } from '../../../../tests/smallSample.ts';
import { openTestStudio, refusal, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

const file = '511502/food-business-licence.yaml';
const page = '/site/511502/food-business-licence.html';

// A publish flushes every file to the disk, which may be slow.
vi.setConfig({ testTimeout: 60_000 });

let studio: TestStudio;
let drafter: Client;
let reviewer: Client;
let legal: Client;
let administrator: Client;

beforeAll(async () => {
  studio = await openTestStudio();
  [drafter, reviewer, legal, administrator] = (await Promise.all(
    (['drafter', 'reviewer', 'legal', 'administrator'] as const).map((user) => studio.signIn(user)),
  )) as [Client, Client, Client, Client];
});
afterAll(() => studio.close());

const look = async (client = administrator) => (await client.ask<PublishView>('GET', '/api/publish')).body;
const publish = (client = administrator) => client.ask<PublishView & Problem>('POST', '/api/publish');
const shown = async (url: string) => {
  const answer = await studio.app.inject({ url });
  return { status: answer.statusCode, body: answer.body };
};

/** The draft of `text`, approved by both and so part of main. */
async function approved(text: string): Promise<void> {
  const draft = await studio.draft(drafter, file);
  const url = `/api/drafts/${draft.id}`;
  let { tip } = (await drafter.write<Saved>('PUT', `${url}/files/${file}`, draft.tip, text)).body;
  for (const [client, deed] of [
    [drafter, { kind: 'submit' }],
    [reviewer, { kind: 'approve', role: 'reviewer' }],
    [legal, { kind: 'approve', role: 'legal' }],
  ] as const) {
    const answer = await client.write<DraftView & Problem>('POST', `${url}/acts`, tip, deed);
    expect(answer.body.message).toBeUndefined();
    tip = answer.body.tip;
  }
}

test('before the first publish everything is pending and nothing is live', async () => {
  const view = await look();
  expect(view.live).toBeUndefined();
  expect(view.pending).toHaveLength(readCatalogue(await smallSample()).guides.length);
  expect(view).toMatchObject({ site: '/site/', main: await studio.store.main(), may: { kind: 'allowed' } });
  const home = await shown('/site/');
  expect(home.status).toBe(404);
  expect(home.body).toMatch(/还没有发布[\s\S]*Not published yet/);
});

test('only administrators publish, and the others read why', async () => {
  for (const client of [drafter, reviewer, legal]) {
    expect((await look(client)).may).toEqual({
      kind: 'refused',
      reason: '只有管理员可以发布。',
      reasonEn: 'Only these may publish: administrators.',
    });
    expect(refusal(await publish(client))).toEqual([403, 'forbidden']);
  }
  expect(await studio.store.live()).toBeUndefined();
});

test('three at once publish once', async () => {
  const answers = await Promise.all([publish(), publish(), publish()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers[2].body).toMatchObject({ live: { oid: await studio.store.main() }, pending: [] });
  expect(answers[2].body.live!.pages).toBeGreaterThan(36);
  expect(await studio.store.publishes()).toHaveLength(1);
  expect((await shown('/site/')).body).toContain('</html>');
});

test('what was approved is pending, then live; what was live stays at its permanent address', async () => {
  await publish();
  const before = await shown(page);
  const permanent = /511502\/food-business-licence\/v\/[^"]+\.html/.exec(before.body)![0];
  const old = await shown(`/site/${permanent}`);
  expect(old.status).toBe(200);
  expect(old.body).toContain('5 个工作日');

  const original = await readFile(new URL(`../../../../items/${file}`, import.meta.url), 'utf8');
  await approved(original.replace('promised: {value: 5}', 'promised: {value: 6}'));
  expect(await shown(page), 'nothing is public before it is published').toEqual(before);
  expect((await look()).pending).toEqual([
    { id: 'food-business-licence', division: '511502', name: '食品经营许可', divisionName: '翠屏区' },
  ]);

  const answer = await publish();
  expect(answer.body.pending).toEqual([]);
  const after = await shown(page);
  expect(after.body).toContain('6 个工作日');
  expect(after.body).toContain(permanent.split('/').at(-1));
  expect(await shown(`/site/${permanent}`)).toEqual(old);
  expect(old.body).not.toContain('6 个工作日');
  const live = (await studio.store.live())!;
  const { repository } = studio.store;
  expect(await repository.readTree(live.oid)).toEqual(await repository.readTree(await studio.store.main()));
  const [commit] = await repository.history(live.oid, 1);
  expect(commit!.message).toContain('local:administrator');
});

test('only who may publish goes back or sets a time, and what they ask is well formed', async () => {
  const to = (await studio.store.live())!.oid;
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const asks = [
    ['POST', '/api/publish/back', { to, reason: '写错了' }],
    ['PUT', '/api/publish/schedule', { at }],
    ['DELETE', '/api/publish/schedule', undefined],
  ] as const;
  for (const [method, url, payload] of asks)
    expect(refusal(await drafter.ask<PublishView & Problem>(method, url, { payload }))).toEqual([
      403,
      'forbidden',
    ]);
  for (const [url, payload] of [
    ['/api/publish/back', { to, reason: ' ' }],
    ['/api/publish/back', { to: '../../x', reason: 'x' }],
  ] as const)
    expect((await administrator.ask('POST', url, { payload })).status).toBe(400);
  for (const wrong of ['tomorrow', '2026-01-01', at.replace('Z', '+08:00')])
    expect((await administrator.ask('PUT', '/api/publish/schedule', { payload: { at: wrong } })).status).toBe(
      400,
    );

  const set = await administrator.ask<PublishView>('PUT', '/api/publish/schedule', { payload: { at } });
  expect(set.body.scheduled).toEqual({ at, by: '管理员' });
  const taken = await administrator.ask<PublishView>('DELETE', '/api/publish/schedule');
  expect(taken.body.scheduled).toBeUndefined();
  expect(taken.body.history[0]).toMatchObject({ publish: to, by: '管理员' });
});

test('a catalogue with errors is not published, and the errors are named', async () => {
  const base = await readFile(new URL(`../../../../items/${file}`, import.meta.url), 'utf8');
  const broken = base.replace('promised: {value: 5}', 'promised: {value: 300}');
  const other = await openTestStudio({ changes: new Map([[file, broken]]) });
  try {
    const answer = await publish(await other.signIn('administrator'));
    expect(refusal(answer)).toEqual([422, 'blocked']);
    expect(answer.body.diagnostics).toMatchObject([
      { file, severity: 'error' },
      { file, severity: 'error' },
    ]);
    expect(await other.store.live()).toBeUndefined();
  } finally {
    await other.close();
  }
});

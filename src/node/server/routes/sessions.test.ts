import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessEntry, SessionView } from '../../../api/index.ts';
import { openTestStudio, refusal, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio({ keep: (path) => !path.startsWith('forms/') });
});
afterAll(() => studio.close());

const sessions = async (client: Client) => (await client.ask<SessionView[]>('GET', '/api/sessions')).body;
const endAll = (client: Client, subject: string) =>
  client.ask('POST', '/api/sessions/end', { payload: { subject } });
const isIn = async (client: Client) => (await client.ask('GET', '/api/session')).status === 200;

test('everybody sees their own sessions, an administrator everybody’s', async () => {
  const [one, two, admin] = [
    await studio.signIn('drafter'),
    await studio.signIn('drafter'),
    await studio.signIn('administrator'),
  ];
  const own = await sessions(one);
  expect(own.map(({ subject, isCurrent }) => [subject, isCurrent])).toEqual([
    ['local:drafter', false],
    ['local:drafter', true],
  ]);
  expect(own[0]).toMatchObject({ name: '起草员', address: '127.0.0.1' });
  expect(new Set((await sessions(admin)).map(({ subject }) => subject))).toEqual(
    new Set(['local:drafter', 'local:administrator']),
  );
  for (const { cookie } of [one, two, admin])
    expect(JSON.stringify(await sessions(admin))).not.toContain(cookie.slice('guicheng='.length));
});

test('one’s own session elsewhere is ended at once; somebody else’s is not there', async () => {
  const [here, there, other] = [
    await studio.signIn('legal'),
    await studio.signIn('legal'),
    await studio.signIn('reviewer'),
  ];
  const [elsewhere] = (await sessions(here)).filter(({ isCurrent }) => !isCurrent);
  const end = (client: Client) => client.ask('DELETE', `/api/sessions/${elsewhere!.id}`);
  expect(refusal(await end(other))).toEqual([404, 'not-found']);
  expect(await isIn(there)).toBe(true);
  expect((await end(here)).status).toBe(204);
  expect(await isIn(there)).toBe(false);
  expect(await isIn(here)).toBe(true);
  expect(refusal(await end(here))).toEqual([404, 'not-found']);
});

test('an administrator ends all sessions of a person, nobody else does but of their own', async () => {
  const [one, two, reviewer, admin] = [
    await studio.signIn('drafter'),
    await studio.signIn('drafter'),
    await studio.signIn('reviewer'),
    await studio.signIn('administrator'),
  ];
  expect(refusal(await endAll(reviewer, 'local:drafter'))).toEqual([403, 'forbidden']);
  expect(await isIn(one)).toBe(true);
  expect((await endAll(admin, 'local:drafter')).status).toBe(204);
  expect([await isIn(one), await isIn(two), await isIn(reviewer)]).toEqual([false, false, true]);
  expect((await endAll(reviewer, 'local:reviewer')).status).toBe(204);
  expect(await isIn(reviewer)).toBe(false);
  expect(refusal(await endAll(admin, 'local:nobody'))).toEqual([404, 'not-found']);
});

test('what was ended is gone from the disk when the answer comes', async () => {
  const client = await studio.signIn('legal');
  const [{ id }] = (await sessions(client)).filter(({ isCurrent }) => isCurrent) as [SessionView];
  await studio.saved();
  const kept = () => readFile(join(studio.dataDir, 'sessions.json'), 'utf8');
  expect(await kept()).toContain(id);
  await client.ask('DELETE', '/api/session');
  expect(await kept()).not.toContain(id);
});

test('the access log tells who asked what with what result, and no secret', async () => {
  const [drafter, admin] = [await studio.signIn('drafter'), await studio.signIn('administrator')];
  await studio.app.inject({
    method: 'POST',
    url: '/api/session?password=in-the-address',
    payload: { user: 'drafter', password: 'a-wrong-password' },
  });
  await drafter.ask('GET', '/api/drafts?token=in-the-address');
  await drafter.ask('POST', '/api/drafts', { payload: { file: '511502/adopt.yaml', title: '内容不入日志' } });
  await drafter.ask('POST', '/api/publish');
  await drafter.ask('DELETE', '/api/session');
  expect(refusal(await (await studio.signIn('reviewer')).ask('GET', '/api/access'))).toEqual([
    403,
    'forbidden',
  ]);
  const { body } = await admin.ask<AccessEntry[]>('GET', '/api/access');
  const told = body.map(({ subject, method, path, status }) => [subject, method, path, status]);
  for (const line of [
    ['local:drafter', 'POST', '/api/session', 200],
    [undefined, 'POST', '/api/session', 401],
    ['local:drafter', 'GET', '/api/drafts', 200],
    ['local:drafter', 'POST', '/api/drafts', 201],
    ['local:drafter', 'POST', '/api/publish', 403],
    ['local:drafter', 'DELETE', '/api/session', 204],
    ['local:reviewer', 'GET', '/api/access', 403],
  ])
    expect(told).toContainEqual(line);
  expect(body.every(({ at, address }) => at.endsWith('Z') && address === '127.0.0.1')).toBe(true);
  const names = await readdir(join(studio.dataDir, 'access'));
  const text = (
    await Promise.all(names.map((name) => readFile(join(studio.dataDir, 'access', name), 'utf8')))
  ).join('');
  for (const secret of [
    ...Object.values(studio.passwords),
    drafter.cookie.slice('guicheng='.length),
    drafter.session.csrf,
    'in-the-address',
    'a-wrong-password',
    '内容不入日志',
  ])
    expect(text).not.toContain(secret);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ulid } from 'ulid';
import type { ReaderReportView } from '../../../api/index.ts';
import { sampleDir } from '../../../../tests/sampleCatalogue.ts';
import { openTestStudio, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

let studio: TestStudio;
let drafter: Client;
let reviewer: Client;

beforeAll(async () => {
  const bundle = 'bundles/open-restaurant.yaml';
  const text = await readFile(join(sampleDir, bundle), 'utf8');
  studio = await openTestStudio({ changes: new Map([[bundle, text]]) });
  [drafter, reviewer] = await Promise.all([studio.signIn('drafter'), studio.signIn('reviewer')]);
});
afterAll(() => studio.close());

const guide = { division: '511502', item: 'food-business-licence' };
const address = '203.0.113.7';

/** A reader without any account, from an address of their own. */
const send = (fields: Record<string, string>, remoteAddress = address) =>
  studio.app.inject({
    method: 'POST',
    url: '/feedback',
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
    remoteAddress,
  });
const list = async () => (await drafter.ask<ReaderReportView[]>('GET', '/api/reader-reports')).body;
const settle = (client: Client, id: string, answer = '已改正。', operation = ulid()) =>
  client.ask<ReaderReportView[]>('POST', `/api/reader-reports/${id}/settle`, {
    payload: { answer },
    headers: { 'x-operation-id': operation },
  });

it('shows a form that names the guide and the part, and takes no guide that is not there', async () => {
  const query = new URLSearchParams({ ...guide, version: '2026-01-31-0f1e2d3c', section: 'fees' });
  const page = await studio.app.inject({ url: `/feedback?${query}`, headers: { host: 'localhost' } });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('食品经营许可');
  expect(page.body).toMatch(/value="fees"\s+selected/);
  expect(page.body).toContain('value="2026-01-31-0f1e2d3c"');
  expect(page.headers['content-security-policy']).toContain("form-action 'self'");
  const other = new URLSearchParams({ ...guide, item: 'no-such-item' });
  const refused = await studio.app.inject({ url: `/feedback?${other}`, headers: { host: 'localhost' } });
  expect(refused.statusCode).toBe(404);
});

it('keeps what a reader says until somebody says what became of it, once', async () => {
  const text = '窗口电话是空号。\n<script>alert(1)</script>';
  expect(
    (await send({ ...guide, version: '2026-01-31-0f1e2d3c', section: 'service', text })).statusCode,
  ).toBe(200);
  const [report] = await list();
  expect(report).toMatchObject({ ...guide, section: 'service', version: '2026-01-31-0f1e2d3c', text });
  expect(report!.files[0]).toMatch(/food-business-licence\.yaml$/);
  expect(report!.sectionWords?.zh).toBe('窗口、时间和电话');

  expect((await settle(reviewer, report!.id)).status).toBe(403);
  const operation = ulid();
  expect((await settle(drafter, report!.id, '已改正。', operation)).body[0]?.settled?.answer).toBe(
    '已改正。',
  );
  // The answer was lost on the way and it is sent again; then somebody else settles what is settled.
  expect((await settle(drafter, report!.id, '已改正。', operation)).status).toBe(200);
  expect((await settle(drafter, report!.id)).status).toBe(409);
  expect((await settle(drafter, ulid())).status).toBe(404);
  expect(await list()).toHaveLength(1);
});

it('takes a report on a bundle, of the part that is meant', async () => {
  const bundle = { division: '511502', item: 'bundle/open-restaurant' };
  const query = new URLSearchParams({ ...bundle, section: 'members' });
  const page = await studio.app.inject({ url: `/feedback?${query}`, headers: { host: 'localhost' } });
  expect(page.body).toContain('翠屏区 · 开办餐饮店一件事');
  expect((await send({ ...bundle, section: 'members', text: '少了一项。' })).statusCode).toBe(200);
  const report = (await list()).find(({ item }) => item === bundle.item);
  expect(report).toMatchObject({ ...bundle, files: ['bundles/open-restaurant.yaml'] });
  expect((await send({ ...bundle, division: '000000', text: 'x' })).statusCode).toBe(404);
});

it('gives the words back where they are none or too many, and keeps nothing', async () => {
  const before = (await list()).length;
  const empty = await send({ ...guide, text: ' \r\n ' });
  expect([empty.statusCode, empty.body.includes('请写明哪里不对。')]).toEqual([422, true]);
  const long = await send({ ...guide, text: `<b>${'长'.repeat(2000)}` });
  expect(long.statusCode).toBe(422);
  expect(long.body).toContain('&lt;b&gt;长长');
  for (const fields of [
    { ...guide, text: 'x', section: 'javascript' },
    { ...guide, text: 'x', version: '../../etc' },
    { ...guide, division: '../..', text: 'x' },
    { ...guide, text: 'x', more: 'y' },
  ])
    expect((await send(fields as Record<string, string>)).statusCode).toBe(400);
  expect((await send({ ...guide, text: 'x'.repeat(40_000) })).statusCode).toBe(413);
  expect(await list()).toHaveLength(before);
});

it('hears so much from one address and no more, and goes on to hear others', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++)
    statuses.push((await send({ ...guide, text: `第 ${i} 处` }, '203.0.113.9')).statusCode);
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
  expect(statuses.slice(10)).toEqual([429, 429]);
  expect((await send({ ...guide, text: '别处' }, '203.0.113.10')).statusCode).toBe(200);
});

it('files reports that come at once one after the other', async () => {
  const before = (await list()).length;
  await Promise.all(
    Array.from({ length: 8 }, (_, i) => send({ ...guide, text: `同时 ${i}` }, `198.51.100.${i}`)),
  );
  expect(await list()).toHaveLength(before + 8);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guicheng, startGuicheng, type Running } from './guicheng.ts';

let data: string;
const running: Running[] = [];
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'guicheng-data-'));
});
afterAll(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  await rm(data, { recursive: true, force: true });
});

/** Starts the studio on `data` and gives what it printed and where it is. */
async function start() {
  const studio = startGuicheng(['studio', 'items', '--port', '0', '--data', data]);
  running.push(studio);
  const told = await studio.printed(/Ctrl\+C/);
  return { ...studio, told, url: /studio\s+(http:\S+)/.exec(told)![1]! };
}

test('the first start tells four passwords once and has the site there; the next finds all as it was', async () => {
  const first = await start();
  const accounts = [...first.told.matchAll(/^ {2}(\w+) +((?:\w{4}-){4}\w{4}) +(\w+)$/gm)];
  expect(accounts.map(([, user]) => user)).toEqual(['drafter', 'reviewer', 'legal', 'administrator']);
  const [, user, password] = accounts[3]!;
  const signedIn = await fetch(`${first.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, password }),
  });
  expect(signedIn.status).toBe(200);
  const home = await fetch(`${first.url}/site/`);
  expect(home.status).toBe(200);
  const page = await home.text();
  expect(page).toContain('<html lang="zh-CN"');

  const { port } = new URL(first.url);
  const taken = await guicheng(['studio', 'items', '--port', port, '--data', data]);
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringMatching(/已被占用[\s\S]*is in use/)]);

  expect(await first.stop()).toEqual({ code: 0 });
  const second = await start();
  expect(second.told).not.toMatch(/口令|password/);
  expect(await (await fetch(`${second.url}/site/`)).text()).toBe(page);
}, 60_000);

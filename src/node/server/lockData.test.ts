import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockData } from './lockData.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-lock-'));
  path = join(dir, 'server.lock');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('is held once, and after it was let go again; nothing is left lying about', async () => {
  const letGo = await lockData(dir);
  await expect(lockData(dir)).rejects.toMatchObject({
    zh: expect.stringMatching(new RegExp(`正由另一个工作台使用（进程 ${process.pid}）.*--data`)),
    en: expect.stringContaining('in use by another studio'),
  });
  await letGo();
  await (
    await lockData(dir)
  )();
  expect(await readdir(dir)).toEqual([]);
});

it.each([
  ['of a process that has ended', { pid: 2 ** 22 + 1, started: '1', nonce: '0'.repeat(16) }],
  [
    'of an earlier process of a number that now is another’s',
    { pid: process.pid, started: '1', nonce: '0'.repeat(16) },
  ],
  ['that a stop left empty', undefined],
  ['that says something else', { pid: -1 }],
])('takes over a lock %s', async (_, holder) => {
  await writeFile(path, holder === undefined ? '' : JSON.stringify(holder));
  const letGo = await lockData(dir);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
  await letGo();
  expect(await readdir(dir)).toEqual([]);
});

it('is taken over by one of many', async () => {
  for (let round = 0; round < 20; round++) {
    await writeFile(path, JSON.stringify({ pid: 2 ** 22 + 1, started: '1', nonce: '0'.repeat(16) }));
    const taken = await Promise.allSettled(Array.from({ length: 8 }, () => lockData(dir)));
    const holders = taken.filter((one) => one.status === 'fulfilled');
    expect(holders).toHaveLength(1);
    await holders[0]!.value();
  }
});

it('is taken over where an earlier takeover was cut off', async () => {
  const nonce = '0'.repeat(16);
  await writeFile(path, JSON.stringify({ pid: 2 ** 22 + 1, started: '1', nonce }));
  const claim = `${path}.${nonce}.claim`;
  await writeFile(claim, '');
  await utimes(claim, new Date(0), new Date(0));
  await (
    await lockData(dir)
  )();
});

it('does not take the lock of another away when it is let go', async () => {
  const letGo = await lockData(dir);
  await writeFile(path, 'another');
  await letGo();
  expect(await readFile(path, 'utf8')).toBe('another');
});

import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commitText } from '../../../tests/commitText.ts';
import { draftRef, Repository } from './index.ts';
import { runGit } from './runGit.ts';

let dir: string;
let repository: Repository;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-house-'));
  repository = await Repository.open({ dir });
});
afterEach(async () => {
  vi.useRealTimers();
  repository.close();
  await rm(dir, { recursive: true, force: true });
});

const commit = (text: string, parents?: string[]) => commitText(repository, text, parents);
const ref = draftRef('01JA0000000000000000000000');
const loose = async () =>
  (await readdir(join(dir, 'objects'), { recursive: true })).filter((path) =>
    /^[0-9a-f]{2}.[0-9a-f]{38}$/.test(path),
  );
const exists = (path: string) =>
  stat(join(dir, path)).then(
    () => true,
    () => false,
  );

it('sweeps by itself, what is old and nothing else', async () => {
  const old = [
    'refs/heads/main.lock',
    'objects/ab/tmp_obj_x',
    `objects/cd/${'0'.repeat(38)}`,
    'index-0.lock',
  ];
  const young = 'refs/heads/studio/live.lock';
  repository.close();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  repository = await Repository.open({ dir });
  for (const path of [...old, young]) {
    await mkdir(join(dir, path, '..'), { recursive: true });
    await writeFile(join(dir, path), path.includes('tmp_obj') ? 'x' : '');
  }
  const before = new Date(Date.now() - 60_000);
  for (const path of old) await utimes(join(dir, path), before, before);
  await vi.advanceTimersByTimeAsync(30_000);
  await expect.poll(async () => Promise.all(old.map(exists))).toEqual(old.map(() => false));
  expect(await exists(young)).toBe(true);
});

it('packs what has become much while saves go on, none of which waits a second', async () => {
  let tip = await commit('0');
  await repository.updateRef({ ref, from: undefined, to: tip });
  const save = async (text: string) => {
    const from = performance.now();
    const next = await commit(text, [tip]);
    expect((await repository.updateRef({ ref, from: tip, to: next })).kind).toBe('updated');
    tip = next;
    return performance.now() - from;
  };
  for (let i = 1; i < 40; i++) await save(String(i));
  const before = await loose();
  expect(before.length).toBeGreaterThan(100);
  const done = new AbortController();
  const maintaining = repository.maintain().finally(() => done.abort());
  const waits: number[] = [];
  while (!done.signal.aborted) waits.push(await save(`m${waits.length}`));
  await maintaining;
  expect(Math.max(...waits)).toBeLessThan(1000);
  // However many were written meanwhile.
  const after = new Set(await loose());
  expect(before.filter((path) => after.has(path))).toEqual([]);
  expect(await exists('packed-refs')).toBe(true);
  await save('after');
  expect(await repository.readRef(ref)).toBe(tip);
  expect(await repository.history(tip)).toHaveLength(41 + waits.length);
  await runGit(['fsck', '--strict', '--no-dangling'], { dir });
});

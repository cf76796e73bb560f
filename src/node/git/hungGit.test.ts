import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ObjectReader } from './objectReader.ts';
import { RefMover } from './refMover.ts';
import { gitEnvironment, runGit } from './runGit.ts';

/** A folder whose `git` never answers, and whose own child keeps the pipes open when it is killed. */
let dir: string;
let env: Record<string, string>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-hung-'));
  await writeFile(join(dir, 'git'), '#!/bin/sh\nsleep 3\n');
  await chmod(join(dir, 'git'), 0o755);
  env = { ...gitEnvironment, PATH: `${dir}:${gitEnvironment['PATH']}` };
});
afterAll(() => rm(dir, { recursive: true, force: true }));

it('is killed and told as a fault', async () => {
  const from = Date.now();
  await expect(runGit(['rev-parse'], { dir, env, timeout: 100 })).rejects.toThrow('within 100 ms');
  expect(Date.now() - from).toBeLessThan(1500);
});

it('fails every read that waits for it, and the next asks another', async () => {
  const reader = new ObjectReader(dir, { env, timeout: 100 });
  const from = Date.now();
  const reads = ['a', 'b'].map((digit) => reader.readBlob(digit.repeat(40)));
  for (const read of await Promise.allSettled(reads)) expect(read.status).toBe('rejected');
  await expect(reader.readBlob('c'.repeat(40))).rejects.toThrow('git cat-file');
  expect(Date.now() - from).toBeLessThan(1500);
});

it('fails the move of a ref that waits for it, and the next asks another', async () => {
  const mover = new RefMover(dir, { env, timeout: 100 });
  const from = Date.now();
  const move = { ref: 'refs/heads/main', from: undefined, to: 'a'.repeat(40) };
  for (const moved of await Promise.allSettled([mover.move(move), mover.move(move)]))
    expect(String(moved.status === 'rejected' && moved.reason)).toContain('within 100 ms');
  expect(Date.now() - from).toBeLessThan(1500);
});

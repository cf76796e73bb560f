import { mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Repository } from './index.ts';
import { runGit } from './runGit.ts';
import { writeLoose } from './writeLoose.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-loose-'));
  (await Repository.open({ dir })).close();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('writes although folders are taken away as soon as they are empty, as git does when it packs', async () => {
  const written = new AbortController();
  const clear = async () => {
    for (; !written.signal.aborted; await sleep(1))
      for (const name of await readdir(join(dir, 'objects')))
        await rmdir(join(dir, 'objects', name)).catch((error: NodeJS.ErrnoException) => {
          if (!['ENOTEMPTY', 'ENOENT'].includes(error.code ?? '')) throw error;
        });
  };
  const write = async () => {
    const oids: string[] = [];
    for (let i = 0; i < 300; i++)
      oids.push(await writeLoose(dir, { type: 'blob', bytes: Buffer.from(`${i}`) }));
    written.abort();
    return oids;
  };
  const [oids] = await Promise.all([write(), clear()]);
  for (const [i, oid] of oids.entries())
    if (i % 50 === 0) expect((await runGit(['cat-file', 'blob', oid], { dir })).toString()).toBe(`${i}`);
});

it('fails where there is nothing to write into', async () => {
  await expect(writeLoose(join(dir, 'HEAD'), { type: 'blob', bytes: Buffer.from('x') })).rejects.toThrow(
    'ENOTDIR',
  );
});

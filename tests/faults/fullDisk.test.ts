import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftView, Problem, Saved } from '../../src/api/index.ts';
import { openTestStudio, type TestStudio } from '../testStudio.ts';

const run = promisify(execFile);
const file = '511502/food-business-licence.yaml';

/** A disk of 64 MiB; `undefined` where this machine lets nobody mount one. */
let disk: string | undefined;
let studio: TestStudio;
beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'guicheng-disk-'));
  disk = await run('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', dir]).then(
    () => dir,
    () => undefined,
  );
  if (disk === undefined) await rm(dir, { recursive: true });
  else studio = await openTestStudio({ parentDir: disk });
}, 60_000);
afterAll(async () => {
  if (disk === undefined) return;
  await studio.close();
  await run('umount', [disk]);
  await rm(disk, { recursive: true });
});

test('a full disk refuses in words, loses no acknowledged save, and goes on when there is room', async (context) => {
  if (disk === undefined) return context.skip('no small disk can be mounted here');
  const drafter = await studio.signIn('drafter');
  const ballast = join(disk, 'ballast');
  // Some 3 MiB are left for saves, whatever the catalogue takes.
  const { bavail, bsize } = await statfs(disk);
  await writeFile(ballast, Buffer.alloc(bavail * bsize - 3 * 1024 * 1024));
  const draft = await studio.draft(drafter, file);
  let { tip } = draft;
  const saved: { tip: string; text: string }[] = [];
  let refusals = 0;
  for (let i = 0; refusals < 5; i++) {
    expect(i, 'the disk becomes full').toBeLessThan(500);
    const text = `id: food-business-licence # ${randomBytes(60_000).toString('hex')}\n`;
    const answer = await drafter.write<Saved & Problem>(
      'PUT',
      `/api/drafts/${draft.id}/files/${file}`,
      tip,
      text,
    );
    if (answer.status === 200) {
      tip = answer.body.tip;
      saved.push({ tip, text });
    } else {
      expect([answer.status, answer.body.message]).toEqual([507, expect.stringContaining('磁盘已满')]);
      refusals++;
    }
  }
  const { repository } = studio.store;
  const read = async () => (await drafter.ask<DraftView>('GET', `/api/drafts/${draft.id}`)).body;
  expect((await read()).tip, 'reading goes on').toBe(tip);

  await rm(ballast);
  const again = await drafter.write<Saved>('PUT', `/api/drafts/${draft.id}/files/${file}`, tip, 'id: a\n');
  expect(again.status).toBe(200);
  expect((await read()).contents[0]!.text).toBe('id: a\n');
  for (const { tip: at, text } of saved) {
    const blob = (await repository.readTree(at)).get(file)!;
    expect((await repository.readBlob(blob)).toString() === text, `save ${at}`).toBe(true);
  }
  process.stdout.write(`${saved.length} saves acknowledged, ${refusals} refused for want of room; lost 0\n`);
  expect(saved.length).toBeGreaterThan(0);
}, 120_000);

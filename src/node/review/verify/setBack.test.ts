import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FaultKind } from '../../../review/index.ts';
import { runGit } from '../../git/runGit.ts';
import { governed } from '../../server/catalogue/governed.ts';
import { liveRef, mainRef } from '../refs.ts';
import { manyChanges } from './manyChanges.ts';
import { verifyRepository } from './verifyRepository.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-set-back-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('takes no merge that goes on meanwhile for a main that was set back', async () => {
  const dir = join(folder, 'busy.git');
  await manyChanges(dir, { changes: 30, files: 3, publishEvery: 30 });
  const git = async (...args: string[]) => (await runGit(args, { dir })).toString().trim();
  const steps = (await git('rev-list', '--first-parent', '--reverse', `${mainRef}~25..${mainRef}`)).split(
    '\n',
  );
  await git('update-ref', '-d', liveRef);
  await git('update-ref', mainRef, `${mainRef}~25`);
  await git('config', 'core.logAllRefUpdates', 'always');
  let moving = true;
  const merges = async () => {
    for (const oid of steps) await git('update-ref', mainRef, oid);
    moving = false;
  };
  const found: FaultKind[] = [];
  const looks = async () => {
    for (let last = false; !last;) {
      last = !moving;
      found.push(...(await verifyRepository(dir, governed))!.faults.map(({ kind }) => kind));
    }
  };
  await Promise.all([merges(), looks()]);
  expect(found).not.toContain('main-rewound');
});

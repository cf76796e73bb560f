import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftRow } from '../../src/api/index.ts';
import { openTestStudio, type Client, type TestStudio } from '../testStudio.ts';

// Who may push to the repository past the studio can put anything where drafts stand.

let studio: TestStudio;
let drafter: Client;
let draft: string;
let tip: string;
beforeAll(async () => {
  studio = await openTestStudio();
  drafter = await studio.signIn('drafter');
  ({ id: draft, tip } = await studio.draft(drafter, '511502/food-business-licence.yaml'));
});
afterAll(() => studio.close());

function git(args: string[], input: string | Uint8Array = ''): string {
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@x'];
  const all = [`--git-dir=${join(studio.dataDir, 'repository.git')}`, ...who, ...args];
  return execFileSync('git', all, { input, encoding: 'utf8' }).trim();
}

test('a branch among those of drafts that is none is passed over and counted, and the others stay in reach', async () => {
  const main = await studio.store.main();
  const blob = git(['hash-object', '-w', '--stdin'], 'x');
  const link = Buffer.concat([Buffer.from('120000 a.yaml\0'), Buffer.from(blob, 'hex')]);
  const tree = git(['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'], link);
  const message = git(['log', '-1', '--format=%B', tip]);
  const strays = {
    evil: tip,
    [`${'0'.repeat(25)}1/x`]: tip,
    [`${'0'.repeat(25)}2`]: git(['commit-tree', '-p', main, `${main}^{tree}`], 'a commit as any other'),
    [`${'0'.repeat(25)}3`]: git(['commit-tree', '-p', tip, tree], message),
    [`${'0'.repeat(25)}4`]: git(['commit-tree', `${main}^{tree}`], message),
    [`${'0'.repeat(25)}5`]: main,
  };
  for (const [name, commit] of Object.entries(strays))
    git(['update-ref', `refs/heads/draft/${name}`, commit]);

  const { status, body } = await drafter.ask<DraftRow[]>('GET', '/api/drafts');
  expect([status, body.map(({ id }) => id)]).toEqual([200, [draft]]);
  expect((await drafter.ask('GET', '/api/catalogue')).status).toBe(200);
  for (const name of Object.keys(strays))
    expect([400, 404]).toContain((await drafter.ask('GET', `/api/drafts/${name}`)).status);
  const figures = await studio.app.inject({ url: '/metrics' });
  expect(figures.body).toContain(`guicheng_stray_branches ${Object.keys(strays).length}`);
});

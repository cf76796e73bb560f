import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Store } from '../../src/node/review/index.ts';
import { openAccounts } from '../../src/node/server/people/accounts.ts';
import { governed } from '../../src/node/server/catalogue/governed.ts';
import { smallSample } from '../smallSample.ts';
import { guicheng } from './guicheng.ts';

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const path = '000000/public-place-hygiene-licence.yaml';
let work: string;
let data: string;
let folder: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-push-'));
  [data, folder] = [join(work, 'data'), join(work, 'folder')];
  const store = await Store.open({ dir: join(data, 'repository.git'), ...governed });
  await store.seed(await smallSample(), { subject: 'system:import', name: '导入', roles: [] });
  await openAccounts(join(data, 'accounts.json'));
  store.close();
});
afterAll(() => rm(work, { recursive: true, force: true }));

it('takes the catalogue into a folder and makes a draft of what was changed in it', async () => {
  const pulled = await guicheng(['pull', folder, '--data', data]);
  expect(pulled).toMatchObject({ code: 0, stderr: '' });
  const unchanged = await guicheng(['push', folder, '--data', data, '--as', 'drafter', '--title', '改']);
  expect(unchanged).toMatchObject({ code: 0, stdout: expect.stringContaining('没有改过') as string });
  const text = await readFile(join(folder, path), 'utf8');
  await writeFile(join(folder, path), text.replace('不收费', '免费'));
  const pushed = await guicheng(['push', folder, '--data', data, '--as', 'drafter', '--title', '改']);
  expect(pushed).toMatchObject({ code: 0, stderr: '' });
  const [, draft] = /草稿 draft (\w{26})/.exec(pushed.stdout)!;
  const told = await guicheng(['diff', 'main', draft!, '--data', data]);
  expect(told.stdout).toContain('免费');
});

it('says who and what is missing', async () => {
  const push = (...args: string[]) => guicheng(['push', folder, '--title', '改', ...args]);
  expect((await push('--data', data, '--as', 'nobody')).stderr).toContain('没有账号“nobody”');
  expect((await push('--data', data, '--as', 'reviewer')).code).toBe(1);
  const nowhere = await push('--data', join(work, 'nowhere'), '--as', 'drafter');
  expect(nowhere).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('不是工作台的数据文件夹') as string,
  });
});

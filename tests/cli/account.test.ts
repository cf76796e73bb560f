import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guicheng } from './guicheng.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'guicheng-data-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const account = (...args: string[]) => guicheng(['account', ...args, '--data', data]);

test('accounts are made, listed, closed and given new passwords', async () => {
  const duties = '--role drafter reviewer --division 511500 --below --department health'.split(' ');
  const made = await account('add', 'lisi', '--name', '李四', ...duties);
  expect([made.code, made.stdout]).toEqual([
    0,
    expect.stringMatching(/^lisi {2}(\w{4}-){4}\w{4}\n密码只显示/),
  ]);
  expect((await account('add', 'boss', '--role', 'administrator', '--everywhere')).code).toBe(0);
  expect((await account('disable', 'boss')).code).toBe(0);
  const { stdout } = await account('list');
  expect(stdout.split('\n')).toEqual([
    'boss             boss  administrator  全部范围 everywhere  已停用 disabled',
    'lisi             李四  drafter, reviewer  511500+ health',
    '',
  ]);
  const renewed = await account('reset', 'lisi');
  expect(renewed.stdout).toMatch(/^lisi {2}(\w{4}-){4}\w{4}\n/);
  expect(renewed.stdout).not.toBe(made.stdout);
  await account('enable', 'boss');
  const json = JSON.parse((await account('list', '--format', 'json')).stdout) as { accounts: unknown[] };
  expect(json.accounts).toHaveLength(2);
  expect(JSON.stringify(json)).not.toMatch(/hash|salt/);
});

test.each([
  ['no place', ['add', 'a', '--role', 'drafter'], /--division|--everywhere/],
  ['two places', ['add', 'a', '--role', 'drafter', '--everywhere', '--division', '511500'], /one of the two/],
  ['a division that is none', ['add', 'a', '--role', 'drafter', '--division', '5115'], /六位/],
  ['a name that is none', ['add', '../a', '--role', 'drafter', '--everywhere'], /账号名/],
  ['a role that is none', ['add', 'a', '--role', 'king', '--everywhere'], /king/],
  ['nobody', ['disable', 'nobody'], /没有账号/],
  ['nobody to reset', ['reset', 'nobody'], /没有账号/],
])('%s is said to be wrong', async (_name, args, words) => {
  const { code, stderr } = await account(...args);
  expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
});

test('a data folder that is not there is not made', async () => {
  const { code, stderr } = await guicheng(['account', 'list', '--data', join(data, 'nowhere')]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/没有数据文件夹/)]);
});

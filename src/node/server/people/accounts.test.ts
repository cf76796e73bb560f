import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAccounts } from './accounts.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-accounts-'));
  path = join(folder, 'accounts.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('a new installation has four people, whose passwords are told once', async () => {
  const first = await openAccounts(path);
  expect(first.newAccounts.map(({ user, roles }) => [user, ...roles])).toEqual([
    ['drafter', 'drafter'],
    ['reviewer', 'reviewer'],
    ['legal', 'legal'],
    ['administrator', 'administrator'],
  ]);
  const second = await openAccounts(path);
  expect(second.newAccounts).toEqual([]);
  const { user, password } = first.newAccounts[2]!;
  const identity = {
    subject: 'local:legal',
    name: '法制审核员',
    grants: [{ roles: ['legal'], where: 'everywhere' }],
  };
  expect(await second.accounts.verify(user, password)).toEqual(identity);
  expect(second.accounts.identity('local:legal')).toEqual({ identity, since: 0 });
});

test('only the right password of the right user fits', async () => {
  const { accounts, newAccounts } = await openAccounts(path);
  const [drafter, reviewer] = newAccounts;
  expect(await accounts.verify(drafter!.user, reviewer!.password)).toBeUndefined();
  expect(await accounts.verify(drafter!.user, '')).toBeUndefined();
  expect(await accounts.verify('nobody', drafter!.password)).toBeUndefined();
  expect(await accounts.verify('__proto__', drafter!.password)).toBeUndefined();
  expect(accounts.identity('local:nobody')).toBeUndefined();
});

test('the file holds no password, shares no salt and is its owner’s alone', async () => {
  const { newAccounts } = await openAccounts(path);
  const text = await readFile(path, 'utf8');
  for (const { password } of newAccounts) expect(text).not.toContain(password);
  expect(new Set(newAccounts.map(({ password }) => password)).size).toBe(4);
  const { accounts } = JSON.parse(text) as { accounts: { password: { salt: string } }[] };
  expect(new Set(accounts.map((account) => account.password.salt)).size).toBe(4);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('two servers that start at once agree on the accounts of one of them', async () => {
  const both = await Promise.all([openAccounts(path), openAccounts(path)]);
  const told = both.flatMap(({ newAccounts }) => newAccounts);
  expect(told).toHaveLength(4);
  for (const { accounts } of both)
    expect(await accounts.verify(told[0]!.user, told[0]!.password)).toMatchObject({ name: '起草员' });
});

test('a file of something else is no accounts', async () => {
  await writeFile(path, '{"accounts":[{"user":"drafter"}]}');
  await expect(openAccounts(path)).rejects.toThrow('holds no accounts');
});

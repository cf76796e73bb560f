import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../api/index.ts';
import { openTestStudio } from '../../../../tests/testStudio.ts';
import { openAccounts } from './accounts.ts';
import { addAccount, listAccounts, resetAccount, setDisabled } from './manageAccounts.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-accounts-'));
  path = join(folder, 'accounts.json');
});
afterEach(() => rm(folder, { recursive: true }));

const lisi = {
  user: 'lisi',
  name: '李四',
  roles: ['drafter' as const],
  where: [{ division: '511502', below: false, departments: ['health'] }],
};

describe('accounts by the command line', () => {
  test('are made, listed, and tell their password once', async () => {
    const password = await addAccount(path, lisi);
    expect(await listAccounts(path)).toEqual([{ ...lisi, disabled: false }]);
    expect(await readFile(path, 'utf8')).not.toContain(password);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const { accounts, newAccounts } = await openAccounts(path);
    expect(newAccounts).toEqual([]);
    expect(await accounts.verify('lisi', password)).toMatchObject({
      subject: 'local:lisi',
      grants: [{ roles: ['drafter'], where: lisi.where }],
    });
  });

  test.each(['', 'Lisi', '../x', 'a b', 'a'.repeat(65), '-a'])('have no name like %j', async (user) => {
    await expect(addAccount(path, { ...lisi, user })).rejects.toThrow(/no name/);
  });

  test('have one name each, and those that are not there are said so', async () => {
    await addAccount(path, lisi);
    await expect(addAccount(path, lisi)).rejects.toThrow(/already/);
    await expect(resetAccount(path, 'nobody')).rejects.toThrow(/no account/);
    await expect(setDisabled(path, { user: 'nobody', disabled: true })).rejects.toThrow(/no account/);
    expect(await listAccounts(path)).toHaveLength(1);
  });

  test('made at once by several commands are all there, or said not to be', async () => {
    const made = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((user) => addAccount(path, { ...lisi, user })),
    );
    const done = made.filter(({ status }) => status === 'fulfilled').length;
    expect(done).toBeGreaterThan(0);
    expect(await listAccounts(path)).toHaveLength(done);
    for (const one of made) if (one.status === 'rejected') expect(String(one.reason)).toContain('.lock');
  });

  test('are not changed while another command does', async () => {
    await writeFile(`${path}.lock`, '');
    await expect(addAccount(path, lisi)).rejects.toThrow(/Another command/);
  });
});

test('a running server knows of every change at once, and ends the sessions that it concerns', async () => {
  const studio = await openTestStudio();
  try {
    const file = join(studio.dataDir, 'accounts.json');
    const password = await addAccount(file, { ...lisi, user: 'newcomer' });
    const signIn = async (user: string, secret: string) => {
      const answer = await studio.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { user, password: secret },
      });
      return { status: answer.statusCode, cookie: String(answer.headers['set-cookie']).split(';')[0]! };
    };
    const ask = async ({ cookie }: { cookie: string }) =>
      studio.app.inject({ url: '/api/session', headers: { cookie } });
    const first = await signIn('newcomer', password);
    expect((await ask(first)).json<Session>().person.grants).toEqual([
      { roles: ['drafter'], where: lisi.where },
    ]);

    await setDisabled(file, { user: 'newcomer', disabled: true });
    expect((await ask(first)).statusCode).toBe(401);
    expect((await signIn('newcomer', password)).status).toBe(401);
    await setDisabled(file, { user: 'newcomer', disabled: false });
    expect((await ask(first)).statusCode).toBe(401);
    const second = await signIn('newcomer', password);
    expect((await ask(second)).statusCode).toBe(200);

    const renewed = await resetAccount(file, 'newcomer');
    expect((await ask(second)).statusCode).toBe(401);
    expect((await signIn('newcomer', password)).status).toBe(401);
    expect((await signIn('newcomer', renewed)).status).toBe(200);
  } finally {
    await studio.close();
  }
}, 60_000);

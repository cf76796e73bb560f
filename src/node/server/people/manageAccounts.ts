import type { Role } from '../../../api/index.ts';
import type { Grant } from '../../../review/index.ts';
import { changeAccounts, readAccounts, type StoredAccount } from './accountsFile.ts';
import { newPassword, storedPassword } from './passwords.ts';
import { StartProblem } from '../startProblem.ts';

/** An account as it is listed: nothing that opens it. */
export interface AccountRow {
  user: string;
  name: string;
  roles: Role[];
  where: Grant['where'];
  disabled: boolean;
}

const userPattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The accounts in the file `path`, by user. */
export async function listAccounts(path: string): Promise<AccountRow[]> {
  return ((await readAccounts(path)) ?? [])
    .map(({ user, person: { name, roles }, grants, disabled = false }) => ({
      user,
      name,
      roles,
      where: grants?.[0]?.where ?? ('everywhere' as const),
      disabled,
    }))
    .sort((a, b) => (a.user < b.user ? -1 : 1));
}

/**
 * Makes an account and tells its password, which is kept nowhere. A running server knows it at once. Throws a
 * `StartProblem` where the name is taken or no name.
 */
export async function addAccount(
  path: string,
  { user, name, roles, where }: Omit<AccountRow, 'disabled'>,
): Promise<string> {
  if (!userPattern.test(user))
    throw new StartProblem(
      `账号名“${user}”只能用小写字母、数字、点、横线、下划线，以字母或数字开头。`,
      `"${user}" is no name of an account: small letters, digits, dots, hyphens and underscores.`,
    );
  const password = newPassword();
  const stored = await storedPassword(password);
  await changing(path, (accounts) => {
    if (accounts.some((one) => one.user === user))
      throw new StartProblem(`账号“${user}”已经有了。`, `There is an account "${user}" already.`);
    const person = { subject: `local:${user}`, name, roles };
    return [...accounts, { user, person, grants: [{ roles, where }], password: stored }];
  });
  return password;
}

/** Gives an account a new password and tells it; its sessions end. */
export async function resetAccount(path: string, user: string, now = new Date()): Promise<string> {
  const password = newPassword();
  const stored = await storedPassword(password);
  await changeOne(path, user, (account) => ({ ...account, password: stored, since: now.toISOString() }));
  return password;
}

/** Closes an account, whose sessions end, or opens it again. */
export async function setDisabled(
  path: string,
  { user, disabled }: { user: string; disabled: boolean },
  now = new Date(),
): Promise<void> {
  await changeOne(path, user, ({ disabled: _was, ...account }) => ({
    ...account,
    ...(disabled && { disabled }),
    since: now.toISOString(),
  }));
}

async function changeOne(
  path: string,
  user: string,
  change: (account: StoredAccount) => StoredAccount,
): Promise<void> {
  await changing(path, (accounts) => {
    if (!accounts.some((one) => one.user === user))
      throw new StartProblem(`没有账号“${user}”。`, `There is no account "${user}".`);
    return accounts.map((one) => (one.user === user ? change(one) : one));
  });
}

async function changing(path: string, change: Parameters<typeof changeAccounts>[1]): Promise<void> {
  await changeAccounts(path, change).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new StartProblem(
      `另一个命令正在改账号。如果没有，请删去 ${path}.lock 后再试。`,
      `Another command changes the accounts. If none does, remove ${path}.lock and try again.`,
    );
  });
}

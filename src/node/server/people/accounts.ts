import type { Role } from '../../../api/index.ts';
import type { Identity } from '../../../review/index.ts';
import {
  identityOf,
  readAccounts,
  versionOf,
  writeFirstAccounts,
  type StoredAccount,
} from './accountsFile.ts';
import { fitsPassword, newPassword, storedPassword } from './passwords.ts';

/** An account as it was just made. The password is told here once and kept nowhere. */
export interface NewAccount {
  user: string;
  password: string;
  roles: Role[];
}

/** The local accounts: four of a new installation, and those that the command line made since. */
export interface Accounts {
  /** Whose password fits; takes as long for a user who does not exist or is disabled. */
  verify(user: string, password: string): Promise<Identity | undefined>;
  /**
   * Who it is as the accounts stand now, and since when: a session that began before has ended, as have all of an
   * account that is gone or disabled.
   */
  identity(subject: string): { identity: Identity; since: number } | undefined;
  /** Reads the file again where the command line has changed it. */
  refresh(): Promise<void>;
}

const people: { user: string; name: string; roles: Role[] }[] = [
  { user: 'drafter', name: '起草员', roles: ['drafter'] },
  { user: 'reviewer', name: '审核员', roles: ['reviewer'] },
  { user: 'legal', name: '法制审核员', roles: ['legal'] },
  { user: 'administrator', name: '管理员', roles: ['administrator'] },
];

/**
 * Opens the accounts in the file `path`, or makes the four of a new installation, whose passwords are then in
 * `newAccounts`. The file holds salted hashes only and is readable to its owner alone. Throws when the file
 * holds something else.
 */
export async function openAccounts(path: string): Promise<{ accounts: Accounts; newAccounts: NewAccount[] }> {
  if ((await readAccounts(path)) !== undefined) return { accounts: await accountsIn(path), newAccounts: [] };
  const newAccounts = people.map(({ user, roles }) => ({ user, password: newPassword(), roles }));
  const stored = await Promise.all(
    people.map(async ({ user, name, roles }, i) => ({
      user,
      person: { subject: `local:${user}`, name, roles },
      password: await storedPassword(newAccounts[i]!.password),
    })),
  );
  // Where another server made them between our look and our write, it has told the passwords.
  const areOurs = await writeFirstAccounts(path, stored);
  return { accounts: await accountsIn(path), newAccounts: areOurs ? newAccounts : [] };
}

async function accountsIn(path: string): Promise<Accounts> {
  let version = '';
  let byUser = new Map<string, StoredAccount>();
  let bySubject = new Map<string, StoredAccount>();
  async function refresh(): Promise<void> {
    const now = await versionOf(path);
    if (now === version) return;
    const stored = (await readAccounts(path)) ?? [];
    byUser = new Map(stored.map((account) => [account.user, account]));
    bySubject = new Map(stored.map((account) => [account.person.subject, account]));
    version = now;
  }
  await refresh();
  return {
    refresh,
    async verify(user, password) {
      await refresh();
      const account = byUser.get(user);
      const fits = await fitsPassword(password, account?.password);
      return fits && account !== undefined && account.disabled !== true ? identityOf(account) : undefined;
    },
    identity(subject) {
      const account = bySubject.get(subject);
      if (account === undefined || account.disabled === true) return undefined;
      return { identity: identityOf(account), since: Date.parse(account.since ?? '1970-01-01') };
    },
  };
}

import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import type { Person } from '../../../api/index.ts';
import type { Grant, Identity } from '../../../review/index.ts';
import { writeFileAtomic } from '../../files/index.ts';
import type { StoredPassword } from './passwords.ts';

/** A local account as it is kept. */
export interface StoredAccount {
  user: string;
  person: Person;
  /** Where the roles hold; everywhere where nothing is said, as for the four of a new installation. */
  grants?: Grant[];
  password: StoredPassword;
  /** It opens nothing, and no session of it goes on. */
  disabled?: boolean;
  /** ISO 8601. Sessions that began before have ended: the password or the account was changed. */
  since?: string;
}

/** Who an account is, and what it may do where the catalogue does not list it. */
export function identityOf({ person: { subject, name, roles }, grants }: StoredAccount): Identity {
  return { subject, name, grants: grants ?? [{ roles, where: 'everywhere' }] };
}

/** The accounts in the file `path`; `undefined` where there is none. @throws Error where it holds something else. */
export async function readAccounts(path: string): Promise<StoredAccount[] | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const value: unknown = JSON.parse(text);
  if (!isAccountsFile(value)) throw new Error(`${path} holds no accounts of this studio`);
  return value.accounts;
}

/** What changes whenever the file does: it is always put in place as a new one. */
export async function versionOf(path: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(path);
  return `${ino} ${mtimeMs} ${size}`;
}

/** Writes the first accounts durably unless there is a file already; whether they were written. */
export async function writeFirstAccounts(path: string, accounts: StoredAccount[]): Promise<boolean> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  await writeFileAtomic(part, textOf(accounts), 0o600);
  try {
    await link(part, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

/** Puts what `change` makes of the accounts in their place; nobody else changes them meanwhile. */
export async function changeAccounts(
  path: string,
  change: (accounts: StoredAccount[]) => StoredAccount[] | Promise<StoredAccount[]>,
): Promise<void> {
  const lock = `${path}.lock`;
  const held = await open(lock, 'wx', 0o600);
  try {
    const accounts = await change((await readAccounts(path)) ?? []);
    await writeFileAtomic(path, textOf(accounts), 0o600);
  } finally {
    await held.close();
    await rm(lock, { force: true });
  }
}

function textOf(accounts: StoredAccount[]): string {
  return `${JSON.stringify({ accounts }, undefined, 2)}\n`;
}

function isAccountsFile(value: unknown): value is { accounts: StoredAccount[] } {
  const { accounts } = (value ?? {}) as { accounts?: Partial<StoredAccount>[] };
  return (
    Array.isArray(accounts) &&
    accounts.every(
      (account) =>
        typeof account.user === 'string' &&
        typeof account.person?.subject === 'string' &&
        Array.isArray(account.person.roles) &&
        typeof account.password?.hash === 'string' &&
        typeof account.password.salt === 'string',
    )
  );
}

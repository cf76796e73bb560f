import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import type { Person, Role } from '../../api/index.ts';
import type { Grant, Identity } from '../../review/index.ts';

/** An account as it was just made. The password is told here once and kept nowhere. */
export interface NewAccount {
  user: string;
  password: string;
  roles: Role[];
}

/** The local accounts of the embedded default. */
export interface Accounts {
  /** Whose password fits; takes as long for a user who does not exist. */
  verify(user: string, password: string): Promise<Identity | undefined>;
  /** Who it is as the accounts stand now, so that a session ends with its account. */
  identity(subject: string): Identity | undefined;
}

interface StoredAccount {
  user: string;
  person: Person;
  /** Where the roles hold; everywhere where nothing is said, as for the four of a new installation. */
  grants?: Grant[];
  /** scrypt with its costs, so that they can rise without locking anybody out; salt and hash in base64. */
  password: { cost: number; blockSize: number; parallelization: number; salt: string; hash: string };
}

const people: { user: string; name: string; roles: Role[] }[] = [
  { user: 'drafter', name: '起草员', roles: ['drafter'] },
  { user: 'reviewer', name: '审核员', roles: ['reviewer'] },
  { user: 'legal', name: '法制审核员', roles: ['legal'] },
  { user: 'administrator', name: '管理员', roles: ['administrator'] },
];

// OWASP Password Storage Cheat Sheet, scrypt: N = 2^15, r = 8, p = 3.
const costs = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };
const hashLength = 32;
/** What nobody types: it stands in for a user who does not exist. */
const nobody = randomBytes(16).toString('base64');

/**
 * Opens the accounts in the file `path`, or makes the four of a new installation, whose passwords are then in
 * `newAccounts`. The file holds salted hashes only and is readable to its owner alone. Throws when the file
 * holds something else.
 */
export async function openAccounts(path: string): Promise<{ accounts: Accounts; newAccounts: NewAccount[] }> {
  const present = await readAccounts(path);
  if (present) return { accounts: accountsOf(present), newAccounts: [] };
  const newAccounts = people.map(({ user, roles }) => ({ user, password: newPassword(), roles }));
  const stored = await Promise.all(
    people.map(async ({ user, name, roles }, i) => ({
      user,
      person: { subject: `local:${user}`, name, roles },
      password: await hashed(newAccounts[i]!.password),
    })),
  );
  if (await writeOnce(path, `${JSON.stringify({ accounts: stored }, undefined, 2)}\n`))
    return { accounts: accountsOf(stored), newAccounts };
  // Another server made them between our look and our write, and has told the passwords.
  return { accounts: accountsOf((await readAccounts(path)) ?? []), newAccounts: [] };
}

function accountsOf(stored: StoredAccount[]): Accounts {
  const byUser = new Map(stored.map((account) => [account.user, account]));
  const bySubject = new Map(stored.map((account) => [account.person.subject, account]));
  return {
    async verify(user, password) {
      const account = byUser.get(user);
      const { salt, hash, ...cost } = account?.password ?? { ...costs, salt: nobody, hash: nobody };
      const given = await derive(password, Buffer.from(salt, 'base64'), cost);
      const expected = Buffer.from(hash, 'base64');
      const fits = given.length === expected.length && timingSafeEqual(given, expected);
      return fits && account !== undefined ? identityOf(account) : undefined;
    },
    identity(subject) {
      const account = bySubject.get(subject);
      return account && identityOf(account);
    },
  };
}

function identityOf({ person: { subject, name, roles }, grants }: StoredAccount): Identity {
  return { subject, name, grants: grants ?? [{ roles, where: 'everywhere' }] };
}

async function hashed(password: string): Promise<StoredAccount['password']> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, costs);
  return { ...costs, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  // scrypt takes 128 · N · r bytes; Node's default limit is just that of these costs, which it refuses.
  const options = { ...cost, maxmem: 256 * costs.cost * costs.blockSize };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, hashLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Twenty characters nobody mistakes for one another, about 98 bits: `k7mp-…`. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 5 }, four).join('-');
}

async function readAccounts(path: string): Promise<StoredAccount[] | undefined> {
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

/** Writes `text` durably unless there is a file already; whether it was written. */
async function writeOnce(path: string, text: string): Promise<boolean> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
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

import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** scrypt with its costs, so that they can rise without locking anybody out; salt and hash in base64. */
export interface StoredPassword {
  cost: number;
  blockSize: number;
  parallelization: number;
  salt: string;
  hash: string;
}

// OWASP Password Storage Cheat Sheet, scrypt: N = 2^15, r = 8, p = 3.
const costs = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };
const hashLength = 32;
/** What nobody types: it stands in for a user who does not exist. */
const nobody = randomBytes(16).toString('base64');

/** Whether `password` is the one stored; takes as long where there is none. */
export async function fitsPassword(password: string, stored: StoredPassword | undefined): Promise<boolean> {
  const { salt, hash, ...cost } = stored ?? { ...costs, salt: nobody, hash: nobody };
  const given = await derive(password, Buffer.from(salt, 'base64'), cost);
  const expected = Buffer.from(hash, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What is kept of a password. */
export async function storedPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, costs);
  return { ...costs, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** Twenty characters nobody mistakes for one another, about 98 bits: `k7mp-…`. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 5 }, four).join('-');
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

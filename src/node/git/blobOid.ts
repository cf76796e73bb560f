import { createHash } from 'node:crypto';

/** The id that git gives a file with these bytes. */
export function blobOid(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

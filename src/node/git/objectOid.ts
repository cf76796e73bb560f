import { createHash } from 'node:crypto';

/** The id that git gives an object of this type with these bytes. */
export function objectOid(type: 'blob' | 'tree' | 'commit', bytes: Uint8Array): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

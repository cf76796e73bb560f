import { objectOid } from './objectOid.ts';

/** The id that git gives a file with these bytes. */
export function blobOid(bytes: Uint8Array): string {
  return objectOid('blob', bytes);
}

import { createHash } from 'node:crypto';

/** SHA-256 of bytes or of a text in UTF-8, in hex. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Hash of plain JSON, for comparing: half of a SHA-256. */
export function hashOfJson(value: unknown): string {
  return hashOf(JSON.stringify(value) ?? 'undefined').slice(0, 32);
}

import { hash } from 'node:crypto';

/** SHA-256 of bytes or of a text in UTF-8, in hex. */
export function hashOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/** Hash of plain JSON, for comparing: half of a SHA-256. */
export function hashOfJson(value: unknown): string {
  return hashOf(JSON.stringify(value) ?? 'undefined').slice(0, 32);
}

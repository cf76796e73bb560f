import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { syncFolder } from './syncFolder.ts';
import { writeThenRename } from './writeThenRename.ts';

/**
 * Writes a file so that a reader, or a machine that stops, sees the old content or the new and nothing between.
 * @throws Error where the disk refuses; the old content then stands.
 */
export async function writeFileAtomic(
  name: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<void> {
  const path = resolve(name);
  const made = await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await writeThenRename(temporary, path, { content, mode });
  // A folder made for the file is only as durable as its own name in the folder above.
  const top = made === undefined ? dirname(path) : dirname(made);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder === top) break;
  }
}

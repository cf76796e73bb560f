import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a new file at `temporary`, flushes it to the disk and gives it the name `path`, so that nobody finds half
 * of it there; the folder of both is for the caller to flush. @throws Error where the disk refuses, with nothing
 * left at `temporary`.
 */
export async function writeThenRename(
  temporary: string,
  path: string,
  { content, mode }: { content: string | Uint8Array; mode: number },
): Promise<void> {
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

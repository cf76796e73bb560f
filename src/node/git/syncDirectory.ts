import { open } from 'node:fs/promises';

/** Flushes a folder to the disk: git flushes the files of refs but not the folders that name them. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

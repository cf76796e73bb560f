import { open } from 'node:fs/promises';

/** Makes the names in a folder durable: the files are flushed by who writes them, the folder that names them is not. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** The folder that Linux keeps in memory, where it has room for `bytes`; else the one for temporary files. */
export async function roomyMemory(bytes: number): Promise<string> {
  const folder = '/dev/shm';
  if (!existsSync(folder)) return tmpdir();
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > bytes ? folder : tmpdir();
}

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** For tests: writes `files` below `folder`, by their paths. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  for (const [path, content] of files) await writeFile(join(folder, path), content);
}

import { ObjectReader } from '../../git/objectReader.ts';
import { runGit } from '../../git/runGit.ts';

/** All files of the commit or tree `oid` in the repository `gitDir`, which is only read. */
export async function snapshot(gitDir: string, oid: string): Promise<Map<string, Uint8Array>> {
  const out = await runGit(['ls-tree', '-r', '-z', '--full-tree', oid], { dir: gitDir });
  const entries = out
    .toString('utf8')
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const tab = entry.indexOf('\t');
      return { path: entry.slice(tab + 1), blob: entry.slice(0, tab).split(' ')[2]! };
    });
  const objects = new ObjectReader(gitDir);
  try {
    return new Map(
      await Promise.all(entries.map(async ({ path, blob }) => [path, await objects.readBlob(blob)] as const)),
    );
  } finally {
    objects.close();
  }
}

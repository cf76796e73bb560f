import type { FileVersion } from '../../../api/index.ts';
import type { Lookups } from '../../../catalogue/index.ts';
import { diffTexts } from '../../../diff/index.ts';
import type { Verified } from '../../../review/index.ts';

/**
 * Every version of the file at `path` that is proven, newest first: what it changed, who wrote it and by which
 * signatures it came into main. `read` gives the bytes of a blob.
 */
export async function fileHistory(
  path: string,
  { changes, root, files }: Pick<Verified, 'changes' | 'root' | 'files'>,
  { read, lookups }: { read: (blob: string) => Promise<Uint8Array>; lookups: Lookups },
): Promise<FileVersion[]> {
  const bytes = (blob: string | null) => (blob === null ? undefined : read(blob));
  const versions: FileVersion[] = [];
  for (const { commit, at, draft, title, signatures, override, files: changed } of changes.toReversed()) {
    const file = changed.find((one) => one.path === path);
    if (file === undefined) continue;
    versions.push({
      commit,
      at,
      draft,
      title,
      ...(file.writer && { writer: file.writer }),
      signatures,
      ...(override && { override }),
      isGone: file.blob === null,
      changes: diffTexts(path, await bytes(file.base), await bytes(file.blob), lookups),
    });
  }
  const oldest = changes.find((change) => change.files.some((one) => one.path === path));
  const wasImported =
    oldest === undefined ? files.has(path) : oldest.files.find((one) => one.path === path)!.base !== null;
  if (root !== undefined && wasImported)
    versions.push({
      commit: root.commit,
      at: root.at,
      writer: root.person,
      signatures: [],
      isGone: false,
      changes: [],
    });
  return versions;
}

import { extensionPath } from '../../../catalogue/index.ts';
import type { Branch, DraftCommit } from '../../../review/index.ts';
import { isSameWriting } from '../sameValues.ts';
import { shapeIn } from '../shapeAt.ts';
import { blobAt, treeChanges } from './readHistory.ts';

/**
 * Tells of the commits of a branch that claim to keep every value whether they do, each by the shape that the
 * catalogue had then: of main as it is, a field that was text may be gone, and `7` be no longer the same as `"7"`.
 */
export function sameValuesTold(
  gitDir: string,
  read: (oid: string) => Promise<Buffer>,
): (branch: Branch) => Promise<DraftCommit[]> {
  return ({ commits, written, began }) =>
    Promise.all(
      commits.map(async (commit, at) => {
        if (commit.act.kind !== 'reformat') return commit;
        const pair = { from: (written[at - 1] ?? began).tree, to: written[at]!.tree };
        const [changes = []] = await treeChanges(gitDir, [pair]);
        const extension = await blobAt(gitDir, pair.from, extensionPath);
        const shape = await shapeIn(
          new Map(extension === undefined ? [] : [[extensionPath, extension]]),
          read,
        );
        const same = await Promise.all(
          changes.map(async ({ path, from, to }) =>
            from === null || to === null
              ? false
              : isSameWriting(path, await read(from), await read(to), shape),
          ),
        );
        return { ...commit, sameValues: same.every(Boolean) };
      }),
    );
}

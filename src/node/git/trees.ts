/** One line of a tree: a file, or a folder. */
export interface TreeEntry {
  /** As git writes it: `100644` for a file, `40000` for a folder. */
  mode: string;
  name: string;
  oid: string;
}

export const folderMode = '40000';
export const fileMode = '100644';

/** Reads the bytes of a tree object. */
export function decodeTree(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(32, at);
    const nul = bytes.indexOf(0, space);
    if (space < 0 || nul < 0 || nul + 21 > bytes.length) throw new Error('A tree is cut short');
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('utf8', space + 1, nul),
      oid: bytes.toString('hex', nul + 1, nul + 21),
    });
    at = nul + 21;
  }
  return entries;
}

/** The bytes of a tree object of these entries, which are in git's order. */
export function encodeTree(entries: readonly TreeEntry[]): Buffer {
  return Buffer.concat(
    entries.map(({ mode, name, oid }) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]),
    ),
  );
}

/** Entries in git's order: by the bytes of the name, in which a folder counts as if it ended with a slash. */
export function inOrder(entries: readonly TreeEntry[]): TreeEntry[] {
  const key = ({ mode, name }: TreeEntry) => Buffer.from(mode === folderMode ? `${name}/` : name);
  return entries
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ entry }) => entry);
}

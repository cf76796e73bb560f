import type { HistoryCommit, TreeChange, TreePair } from '../../../review/index.ts';
import { GitError, runGit } from '../../git/runGit.ts';

/** So many commits are asked of git at once. */
const batch = 20_000;

/** The longest of these calls reads every commit. */
const timeout = 600_000;

/** Branches by their short names; in a clone, and where a studio works on a remote, those that were fetched last. */
export async function readRefs(gitDir: string): Promise<Map<string, string>> {
  const out = await runGit(['for-each-ref', '--format=%(refname) %(objectname)'], { dir: gitDir });
  const all = out
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ') as [string, string]);
  const named = (pattern: RegExp) =>
    all.flatMap(([ref, oid]) => {
      const name = pattern.exec(ref)?.[1];
      return name === undefined || name === 'HEAD' ? [] : [[name, oid] as const];
    });
  const own = named(/^refs\/heads\/(.+)$/);
  const shared = named(/^refs\/remotes\/[^/]+\/(.+)$/);
  const elsewhere = all.filter(([ref]) => !/^refs\/(?:heads|remotes)\//.test(ref));
  return new Map([...shared, ...own, ...elsewhere]);
}

/** Every commit that the repository holds, reachable or not, by its own bytes; what cannot be read is left out. */
export async function readCommits(
  gitDir: string,
  unreadable: ReadonlySet<string>,
): Promise<Map<string, HistoryCommit>> {
  const listed = await runGit(
    ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objecttype) %(objectname)'],
    { dir: gitDir, timeout },
  );
  const oids = listed
    .toString('latin1')
    .split('\n')
    .filter((line) => line.startsWith('commit '))
    .map((line) => line.slice('commit '.length))
    .filter((oid) => !unreadable.has(oid));
  const commits = new Map<string, HistoryCommit>();
  for (let from = 0; from < oids.length; from += batch) {
    const input = `${oids.slice(from, from + batch).join('\n')}\n`;
    const out = await runGit(['cat-file', '--batch'], { dir: gitDir, input, timeout });
    for (let at = 0; at < out.length;) {
      const line = out.indexOf(10, at);
      const [oid, , size] = out.toString('latin1', at, line).split(' ');
      const end = line + 1 + Number(size);
      commits.set(oid!, commitIn(oid!, out.toString('utf8', line + 1, end)));
      at = end + 1;
    }
  }
  return commits;
}

/** A commit from its bytes. Grafts and replacements, which the log of git would follow, have no say in them. */
function commitIn(oid: string, text: string): HistoryCommit {
  const blank = text.indexOf('\n\n');
  const head = text.slice(0, blank < 0 ? text.length : blank).split('\n');
  const said = (key: string) =>
    head.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const seconds = /> (\d+) [+-]\d{4}$/.exec(said('committer')[0] ?? '')?.[1];
  return {
    oid,
    tree: said('tree')[0] ?? '',
    parents: said('parent'),
    at: new Date(Number(seconds ?? 0) * 1000).toISOString(),
    message: blank < 0 ? '' : text.slice(blank + 2),
  };
}

/** The empty tree, which every repository knows. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const none = '0'.repeat(40);

/** The differences of each pair; none of a pair whose trees cannot be read, which is told as a fault of its own. */
export async function treeChanges(gitDir: string, pairs: readonly TreePair[]): Promise<TreeChange[][]> {
  if (pairs.length === 0) return [];
  const input = pairs.map(({ from = emptyTree, to }) => `${from} ${to}\n`).join('');
  try {
    const out = await runGit(['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev'], {
      dir: gitDir,
      input,
      timeout,
    });
    return changesIn(out.toString('utf8'), pairs);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (pairs.length === 1) return [[]];
    // One bad tree ends the whole run: the others are found by halves.
    const middle = pairs.length >> 1;
    return [
      ...(await treeChanges(gitDir, pairs.slice(0, middle))),
      ...(await treeChanges(gitDir, pairs.slice(middle))),
    ];
  }
}

/** The blob at `path` of a tree; `undefined` where there is none, or the tree cannot be read. */
export async function blobAt(gitDir: string, tree: string, path: string): Promise<string | undefined> {
  try {
    const out = await runGit(['ls-tree', '-z', '--full-tree', tree, '--', path], { dir: gitDir });
    return /^100644 blob ([0-9a-f]+)\t/.exec(out.toString('utf8'))?.[1];
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return undefined;
  }
}

/** `<from> <to>` and a line's end head each pair; `:<mode> <mode> <blob> <blob> <status>` and a path are a change. */
function changesIn(out: string, pairs: readonly TreePair[]): TreeChange[][] {
  const told: TreeChange[][] = [];
  const upTo = (end: string, at: number) => out.slice(at, out.indexOf(end, at));
  for (let at = 0; at < out.length;) {
    if (out[at] !== ':') {
      told.push([]);
      at += upTo('\n', at).length + 1;
      continue;
    }
    const head = upTo('\0', at);
    const [, mode, from, to] = head.split(' ');
    const path = upTo('\0', at + head.length + 1);
    at += head.length + path.length + 2;
    told
      .at(-1)!
      .push({ path, from: from === none ? null : from!, to: to === none ? null : to!, mode: mode! });
  }
  if (told.length !== pairs.length) throw new Error(`git compared ${told.length} of ${pairs.length} trees`);
  return told;
}

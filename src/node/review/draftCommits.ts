import { decodeMessage, type DraftCommit } from '../../review/index.ts';
import type { Commit } from '../git/index.ts';
import { NoDraft } from './noDraft.ts';

/**
 * Acts of a draft, oldest first, and the commit of main it began on, from its branch (newest first); `undefined`
 * where the branch was not read far enough. @throws NoDraft where a commit tells no act.
 */
export function draftCommits(
  history: readonly Commit[],
): { commits: DraftCommit[]; began: string } | undefined {
  const commits: DraftCommit[] = [];
  for (const [i, commit] of history.entries()) {
    const signed = decodeMessage(commit.message);
    if (signed === undefined)
      throw new NoDraft(`Commit ${commit.oid} of a draft tells no act: it was not made here`);
    const parent = history[i + 1];
    const changed = signed.act.kind !== 'create' && parent !== undefined && parent.tree !== commit.tree;
    commits.push({ ...signed, oid: commit.oid, at: commit.at, changed });
    if (signed.act.kind !== 'create') continue;
    const [began] = commit.parents;
    if (began === undefined) throw new NoDraft('A draft that began on nothing');
    return { commits: commits.reverse(), began };
  }
  return undefined;
}

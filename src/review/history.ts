import type { DraftCommit } from './foldDraft.ts';
import { decodeMessage, type SignedAct } from './act.ts';

/** A commit as it stands in the repository, its own bytes read. */
export interface HistoryCommit {
  oid: string;
  tree: string;
  parents: string[];
  /** Committer time, ISO 8601 UTC. */
  at: string;
  message: string;
}

/** One file in which two trees differ: its blobs, `null` for none, and its mode in the second. */
export interface TreeChange {
  path: string;
  from: string | null;
  to: string | null;
  mode: string;
}

/** Two trees to be compared; no first one for an empty tree. */
export interface TreePair {
  from: string | undefined;
  to: string;
}

export type Commits = ReadonlyMap<string, HistoryCommit>;

/** The commits from `oid` back along first parents, newest first, and the parent that is not there, if one is not. */
export function firstParents(
  commits: Commits,
  oid: string,
): { chain: HistoryCommit[]; missing: string | undefined } {
  const chain: HistoryCommit[] = [];
  for (let at: string | undefined = oid; at !== undefined;) {
    const commit = commits.get(at);
    if (commit === undefined) return { chain, missing: at };
    chain.push(commit);
    at = commit.parents[0];
  }
  return { chain, missing: undefined };
}

/** The branch of a draft: its commits, oldest first, and the commit that it began on. */
export interface Branch {
  commits: DraftCommit[];
  /** As they stand in the repository, in the same order. */
  written: HistoryCommit[];
  began: HistoryCommit;
}

/**
 * The branch that ends at `tip`, or the commit at which it stops being one: a commit that is missing, has not one
 * parent, or tells no act of a draft.
 */
export function branchOf(commits: Commits, tip: string): Branch | { broken: string } {
  const told: { commit: DraftCommit; written: HistoryCommit }[] = [];
  for (let at = tip; ;) {
    const written = commits.get(at);
    const parent = written === undefined ? undefined : commits.get(written.parents[0] ?? '');
    if (written === undefined || parent === undefined || written.parents.length !== 1) return { broken: at };
    const signed = decodeMessage(written.message);
    if (signed === undefined || !isOfDraft(signed)) return { broken: at };
    const begins = signed.act.kind === 'create';
    const changed = !begins && parent.tree !== written.tree;
    told.push({ commit: { ...signed, oid: at, at: written.at, changed }, written });
    if (begins) {
      const oldest = told.reverse();
      return {
        commits: oldest.map(({ commit }) => commit),
        written: oldest.map((one) => one.written),
        began: parent,
      };
    }
    at = parent.oid;
  }
}

/** Acts that stand on main or on the live branch, and never on a draft. */
function isOfDraft({ act: { kind } }: SignedAct): boolean {
  return kind !== 'import' && kind !== 'merge' && kind !== 'publish';
}

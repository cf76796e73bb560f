import { decodeMessage, type DraftCommit } from '../../review/index.ts';
import type { Commit, Repository } from '../git/index.ts';
import { draftCommits } from './draftCommits.ts';
import { asNoDraft, NoDraft } from './noDraft.ts';
import { SameValues } from './sameValues.ts';

/** What the branch of a draft holds, whatever main is. */
export interface Branch {
  /** Its own commits, oldest first. */
  commits: DraftCommit[];
  /** The commit of main it began on. */
  began: string;
  /** Files that differ from main as it was then; `null` where there is none. */
  changes: { path: string; blob: string | null; beganBlob: string | null }[];
}

/** As many branches are kept as a busy centre has drafts; the oldest read goes first. */
const most = 6000;

/** Reads branches of drafts. What a commit leads to never changes, so that each tip is read once. */
export class Branches {
  readonly #repository: Repository;
  readonly #sameValues: SameValues;
  readonly #known = new Map<string, Branch>();

  constructor(repository: Repository) {
    this.#repository = repository;
    this.#sameValues = new SameValues(repository);
  }

  /** The branch that ends in commit `tip`. @throws NoDraft where it is none. */
  async read(tip: string): Promise<Branch> {
    const known = this.#known.get(tip);
    if (known !== undefined) return known;
    const branch = await this.#look(tip).catch(asNoDraft);
    const [first] = this.#known.keys();
    if (this.#known.size >= most && first !== undefined) this.#known.delete(first);
    this.#known.set(tip, branch);
    return branch;
  }

  async #look(tip: string): Promise<Branch> {
    const { commits, began } = await this.#commitsOf(tip);
    const changes = (await this.#repository.changedFiles(began, tip)).map(({ path, was, is }) => ({
      path,
      blob: is,
      beganBlob: was,
    }));
    return { commits: await this.#sameValues.told(commits), began, changes };
  }

  async #commitsOf(tip: string): Promise<{ commits: DraftCommit[]; began: string }> {
    // A branch goes on into all of main, so it is read commit by commit until the draft begins.
    const history: Commit[] = [];
    for (let oid: string | undefined = tip; oid !== undefined;) {
      const commit: Commit = await this.#repository.readCommit(oid);
      history.push(commit);
      const act = decodeMessage(commit.message)?.act.kind;
      // What tells no act, or one of main, is no part of a draft that was made here.
      if (act === undefined || act === 'create' || act === 'merge' || act === 'import') break;
      oid = commit.parents[0];
    }
    const found = draftCommits(history);
    if (found === undefined) throw new NoDraft('A draft without the commit that created it');
    return found;
  }
}

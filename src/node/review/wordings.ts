import { decodeMessage } from '../../review/index.ts';
import type { Repository, WrittenCommit } from '../git/index.ts';

interface Written {
  commit: string;
  subject: string;
  at: string;
}

/** So many commits are sooner had one by one than by a process of git. */
const mostByHand = 32;

/**
 * Who wrote which text of which file in any draft that is no part of main, so that nobody approves their own text
 * because somebody else has put it into another draft.
 */
export class Wordings {
  readonly #repository: Repository;
  readonly #main: string;
  readonly #drafts: string;
  readonly #byText = new Map<string, Written[]>();
  readonly #seen = new Set<string>();
  /** Commits that main was at. */
  readonly #mains = new Set<string>();
  #tips = '';
  #reading: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(repository: Repository, { main, drafts }: { main: string; drafts: string }) {
    this.#repository = repository;
    this.#main = main;
    this.#drafts = drafts;
  }

  /**
   * Subjects who wrote one of `texts` (path and blob) in another draft, not later than it was first written in this
   * one, whose commits are `own`.
   */
  async writersElsewhere(
    texts: readonly { path: string; blob: string | null }[],
    own: ReadonlySet<string>,
  ): Promise<string[]> {
    await this.#refresh();
    const subjects = texts.flatMap(({ path, blob }) => {
      const written = blob === null ? [] : (this.#byText.get(`${path} ${blob}`) ?? []);
      const first = written
        .filter(({ commit }) => own.has(commit))
        .map(({ at }) => at)
        .sort()[0];
      return written
        .filter(({ commit, at }) => !own.has(commit) && (first === undefined || at <= first))
        .map(({ subject }) => subject);
    });
    return [...new Set(subjects)];
  }

  /** Reads what was written since the last look: one look at a time, and one for all who ask while it lasts. */
  #refresh(): Promise<void> {
    this.#next ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        this.#reading = this.#read();
        return this.#reading;
      });
    return this.#next;
  }

  async #read(): Promise<void> {
    const refs = await this.#repository.listRefs(this.#drafts);
    const tips = [...refs.values()].sort().join(' ');
    if (tips === this.#tips) return;
    const main = await this.#repository.readRef(this.#main);
    if (main !== undefined) this.#mains.add(main);
    const news = [...refs.values()].filter((tip) => !this.#seen.has(tip));
    const commits =
      (await this.#fewSince(news)) ??
      (await this.#repository.written({
        from: news,
        without: [...(main === undefined ? [] : [main]), ...this.#seen],
      }));
    for (const { oid, at, message, files } of commits) {
      const subject = decodeMessage(message)?.person.subject;
      if (subject === undefined) continue;
      for (const { path, blob } of files) {
        const key = `${path} ${blob}`;
        this.#byText.set(key, [...(this.#byText.get(key) ?? []), { commit: oid, subject, at }]);
      }
    }
    this.#seen.clear();
    for (const tip of refs.values()) this.#seen.add(tip);
    this.#tips = tips;
  }

  /**
   * What the commits from `tips` back to such as were seen wrote, read one by one; `undefined` where those are many,
   * or are not a line of single commits, and git had better walk them.
   */
  async #fewSince(tips: readonly string[]): Promise<WrittenCommit[] | undefined> {
    const commits: WrittenCommit[] = [];
    for (let [...open] = tips; open.length > 0;) {
      const { oid, at, message, parents } = await this.#repository.readCommit(open.pop()!);
      const [parent, ...others] = parents;
      if (parent === undefined || others.length > 0 || commits.length === mostByHand) return undefined;
      const changed = await this.#repository.changedFiles(parent, oid);
      const files = changed.flatMap(({ path, is }) => (is === null ? [] : [{ path, blob: is }]));
      commits.push({ oid, at, message, files });
      if (!this.#seen.has(parent) && !this.#mains.has(parent)) open.push(parent);
    }
    return commits;
  }
}

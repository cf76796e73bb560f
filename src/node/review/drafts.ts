import { draftRef, type Commit, type Repository } from '../git/index.ts';
import { foldDraft, type ApprovedFile, type DraftCommit } from '../../review/index.ts';
import type { Catalogues } from './catalogues.ts';
import { draftCommits } from './draftCommits.ts';
import type { StoreOptions } from './parts.ts';
import { mainRef } from './refs.ts';
import type { Draft, DraftChange } from './results.ts';

/** Reads drafts: their branches, folded against main as it is. */
export class Drafts {
  readonly #repository: Repository;
  readonly #catalogues: Catalogues;
  readonly #policy: StoreOptions['policy'];
  readonly #subjectOf: StoreOptions['subjectOf'];
  #mergesOf: { main: string; merges: ReadonlyMap<string, Commit> } | undefined;

  constructor({
    repository,
    catalogues,
    policy,
    subjectOf,
  }: {
    repository: Repository;
    catalogues: Catalogues;
  } & Pick<StoreOptions, 'policy' | 'subjectOf'>) {
    this.#repository = repository;
    this.#catalogues = catalogues;
    this.#policy = policy;
    this.#subjectOf = subjectOf;
  }

  /** Commit of main. @throws Error before the repository was seeded. */
  async main(): Promise<string> {
    const main = await this.#repository.readRef(mainRef);
    if (main === undefined) throw new Error('The repository has no main yet');
    return main;
  }

  /** Every draft, newest first. */
  async list(): Promise<Draft[]> {
    const main = await this.main();
    const refs = await this.#repository.listRefs('refs/heads/draft/');
    const merges = await this.#merges(main);
    const drafts = await Promise.all(
      [...refs].map(([ref, tip]) => this.#fold(ref.slice('refs/heads/draft/'.length), { tip, main, merges })),
    );
    return drafts.sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** `undefined` where there is no draft of this id. */
  async read(id: string): Promise<Draft | undefined> {
    const tip = await this.#repository.readRef(draftRef(id));
    if (tip === undefined) return undefined;
    const main = await this.main();
    return this.#fold(id, { tip, main, merges: await this.#merges(main) });
  }

  /** The draft of this id. @throws Error where there is none. */
  async required(id: string): Promise<Draft> {
    const draft = await this.read(id);
    if (draft === undefined) throw new Error(`No draft ${id}`);
    return draft;
  }

  async #fold(
    id: string,
    { tip, main, merges }: { tip: string; main: string; merges: ReadonlyMap<string, Commit> },
  ): Promise<Draft> {
    const { commits: written, began } = await this.#commitsOf(tip);
    const [mainTree, beganTree, tipTree] = await Promise.all(
      [main, began, tip].map((oid) => this.#repository.readTree(oid)),
    );
    const changes = (await this.#repository.changedPaths(began, tip)).map((path) => ({
      path,
      blob: tipTree!.get(path) ?? null,
      mainBlob: mainTree!.get(path) ?? null,
      beganBlob: beganTree!.get(path) ?? null,
    }));
    // Any of its commits: something may have been put on the branch after main had taken it in.
    const merge = written.map(({ oid }) => merges.get(oid)).find((found) => found !== undefined);
    const files = await this.#catalogues.read(main);
    const policy = this.#policy(files);
    // Whoever has two accounts is one person: what one wrote, the other cannot sign.
    const subjectOf = this.#subjectOf(files);
    const commits = written.map((commit) => ({
      ...commit,
      person: { ...commit.person, subject: subjectOf(commit.person.subject) },
    }));
    const summary = foldDraft(commits, {
      files: approvedFiles(changes),
      policy,
      ...(merge !== undefined && { merged: { oid: merge.oid, at: merge.at } }),
    });
    return { ...summary, id, tip, main, began, changes, commits };
  }

  /** The draft's own commits, oldest first, and the commit of main it began on. */
  async #commitsOf(tip: string): Promise<{ commits: DraftCommit[]; began: string }> {
    // A branch goes on into all of main, so it is read piece by piece until the draft begins.
    for (let most = 256; ; most *= 4) {
      const history = await this.#repository.history(tip, most);
      const found = draftCommits(history);
      if (found !== undefined) return found;
      if (history.length < most) throw new Error('A draft without the commit that created it');
    }
  }

  /** Merge commits of main by the draft tip they took in. */
  async #merges(main: string): Promise<ReadonlyMap<string, Commit>> {
    if (this.#mergesOf?.main !== main) {
      const history = await this.#repository.history(main);
      const merges = new Map(
        history.flatMap((commit) =>
          commit.parents[1] === undefined ? [] : [[commit.parents[1], commit] as const],
        ),
      );
      this.#mergesOf = { main, merges };
    }
    return this.#mergesOf.merges;
  }
}

/** The changed files of a draft as an approval names them. */
export function approvedFiles(changes: readonly DraftChange[]): ApprovedFile[] {
  return changes.map(({ path, blob, mainBlob }) => ({ path, blob, base: mainBlob }));
}

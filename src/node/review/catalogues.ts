import type { Repository } from '../git/index.ts';
import type { Draft } from './results.ts';

/** Reads all files of a commit, and keeps those of the latest few that were asked for. */
export class Catalogues {
  readonly #repository: Repository;
  readonly #known = new Map<string, { tree: ReadonlyMap<string, string>; files: Map<string, Uint8Array> }>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** All files of a commit: the same object for commits that hold the same, and files shared among the others. */
  async read(oid: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#files(await this.treeOf(oid), () => this.#repository.readTree(oid));
  }

  /**
   * All files of the commit `onto` with what `draft` changes: what main would be with the draft in it, where `onto`
   * is main; or what the draft says, where it is the commit that it began on.
   */
  async readWithDraft(draft: Draft, onto: string): Promise<ReadonlyMap<string, Uint8Array>> {
    if (onto === draft.began) return this.read(draft.tip);
    return this.#files(`${onto} ${draft.tip}`, async () => {
      const tree = new Map(await this.#repository.readTree(onto));
      for (const { path, blob } of draft.changes) {
        if (blob === null) tree.delete(path);
        else tree.set(path, blob);
      }
      return tree;
    });
  }

  /** The tree of a commit. */
  async treeOf(commit: string): Promise<string> {
    return (await this.#repository.readCommit(commit)).tree;
  }

  /** The files of a tree, known under `key`. */
  async #files(
    key: string,
    treeOf: () => Promise<ReadonlyMap<string, string>>,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    const known = this.#known.get(key);
    if (known !== undefined) {
      // Read again, it counts as new.
      this.#known.delete(key);
      this.#known.set(key, known);
      return known.files;
    }
    const tree = await treeOf();
    const others = [...this.#known.values()].reverse();
    const bytesAt = (path: string, blob: string) =>
      others.find((other) => other.tree.get(path) === blob)?.files.get(path) ??
      this.#repository.readBlob(blob);
    const files = new Map<string, Uint8Array>();
    for (const [path, bytes] of await Promise.all(
      [...tree].map(async ([path, blob]) => [path, await bytesAt(path, blob)] as const),
    ))
      files.set(path, bytes);
    const raced = this.#known.get(key);
    if (raced !== undefined) return raced.files;
    // The oldest goes first: main, which every look needs, must not go with the drafts.
    for (const old of this.#known.keys()) {
      if (this.#known.size < 8) break;
      this.#known.delete(old);
    }
    this.#known.set(key, { tree, files });
    return files;
  }
}

import { readSource } from '../../catalogue/index.ts';
import { sameValue } from '../../diff/index.ts';
import type { CatalogueShape } from '../../model/catalogueShape.ts';
import type { DraftCommit } from '../../review/index.ts';
import type { Repository } from '../git/index.ts';
import { shapeAt } from './shapeAt.ts';

/** Whether two texts of the file at `path` say the same: their values, whatever their layout, comments and order of keys; `shape` is the catalogue's. */
export function isSameWriting(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
  shape: CatalogueShape,
): boolean {
  const [old, now] = [before, after].map((bytes) => readSource(path, bytes, shape));
  if (old?.kind !== 'source' || now?.kind !== 'source') return false;
  return old.source.kind === now.source.kind && sameValue(old.source.written, now.source.written);
}

/** Tells of commits that claim to keep every value whether they do; what a commit holds never changes. */
export class SameValues {
  readonly #repository: Repository;
  readonly #known = new Map<string, boolean>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** The commits, with `sameValues` told of each that is a `reformat`. */
  async told(commits: readonly DraftCommit[]): Promise<DraftCommit[]> {
    return Promise.all(
      commits.map(async (commit, at) => {
        const before = commits[at - 1];
        if (commit.act.kind !== 'reformat' || before === undefined) return commit;
        let same = this.#known.get(commit.oid);
        if (same === undefined) {
          same = await this.#look(before.oid, commit.oid);
          this.#known.set(commit.oid, same);
        }
        return { ...commit, sameValues: same };
      }),
    );
  }

  async #look(before: string, after: string): Promise<boolean> {
    const repository = this.#repository;
    const files = await repository.changedFiles(before, after);
    const shape = await shapeAt(repository, before);
    const same = await Promise.all(
      files.map(
        async ({ path, was, is }) =>
          was !== null &&
          is !== null &&
          isSameWriting(path, await repository.readBlob(was), await repository.readBlob(is), shape),
      ),
    );
    return same.every(Boolean);
  }
}

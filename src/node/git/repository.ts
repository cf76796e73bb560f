import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../files/index.ts';
import type { Commit } from './commits.ts';
import { LocalRefs } from './localRefs.ts';
import { pastLocks } from './locks.ts';
import { Housekeeper } from './housekeeper.ts';
import { checkedOid } from './names.ts';
import { Objects, type ChangedFile, type NewCommit } from './objects.ts';
import { readWritten } from './readWritten.ts';
import type { RefMove, Refs, RefUpdate } from './refs.ts';
import type { Remote } from './remote.ts';
import { RemoteRefs } from './remoteRefs.ts';
import { runGit } from './runGit.ts';

/** A commit with the files that it wrote over those of its first parent. */
export interface WrittenCommit {
  oid: string;
  /** Committer time, ISO 8601 UTC. */
  at: string;
  message: string;
  files: { path: string; blob: string }[];
}

/** So many commits are sooner had one by one than by a process of git. */
const mostByHand = 32;

const settings: [string, string][] = [
  ['core.fsync', 'all'],
  ['core.logAllRefUpdates', 'always'],
  ['core.hooksPath', '/dev/null'],
  ['gc.auto', '0'],
  ['transfer.fsckObjects', 'true'],
  ['protocol.allow', 'never'],
  ['user.name', 'Guicheng'],
  ['user.email', 'studio@guicheng.invalid'],
];

export interface RepositoryOptions {
  /** Folder of the bare repository; made where there is none. */
  dir: string;
  /** Where the refs stand, if not in the folder: it then keeps what was read and is about to be sent. */
  remote?: Remote;
}

/**
 * A bare git repository by git's own plumbing. Objects and refs are flushed to the disk before anything is
 * reported as done.
 */
export class Repository {
  readonly dir: string;
  readonly #objects: Objects;
  readonly #refs: Refs;
  readonly #housekeeper: Housekeeper;

  private constructor(dir: string, refs: Refs, housekeeper: Housekeeper) {
    this.dir = dir;
    this.#refs = refs;
    this.#housekeeper = housekeeper;
    this.#objects = new Objects(dir);
  }

  /** Opens a repository, sweeps what a kill may have left, and keeps it in order until it is closed. */
  static async open({ dir, remote }: RepositoryOptions): Promise<Repository> {
    const exists = await stat(join(dir, 'HEAD')).then(
      () => true,
      () => false,
    );
    if (!exists) {
      await mkdir(dir, { recursive: true });
      await runGit(['init', '--quiet', '--bare', '--template=', '--initial-branch=studio/none'], { dir });
    }
    const housekeeper = new Housekeeper(dir);
    await housekeeper.sweep();
    await configure(dir);
    // The folders of refs are made once and flushed, so that a first draft needs no more than its own folder.
    for (const folder of ['refs/heads/draft', 'refs/heads/studio', 'refs/heads', 'refs', '.']) {
      await mkdir(join(dir, folder), { recursive: true });
      await syncFolder(join(dir, folder));
    }
    const refs = remote === undefined ? new LocalRefs(dir) : await RemoteRefs.open(dir, remote);
    housekeeper.start();
    return new Repository(dir, refs, housekeeper);
  }

  close(): void {
    this.#housekeeper.stop();
    this.#refs.close();
    this.#objects.close();
  }

  /** Removes what a killed process left behind. */
  sweep(): Promise<void> {
    return this.#housekeeper.sweep();
  }

  /** Packs objects and refs, beside whatever else goes on. */
  maintain(): Promise<void> {
    return this.#housekeeper.maintain();
  }

  readRef(ref: string): Promise<string | undefined> {
    return this.#refs.read(ref);
  }

  /** Refs below `prefix`, `refs/heads/draft/` say, to the commits they name. */
  listRefs(prefix: string): Promise<Map<string, string>> {
    return this.#refs.list(prefix);
  }

  /** Moves a ref from the commit that was seen to another, or says what stands there instead. */
  updateRef(move: RefMove): Promise<RefUpdate> {
    return this.#refs.update(move);
  }

  /** Files of a tree or commit: path to blob. @throws StrangeEntry where one is no plain file. */
  readTree(oid: string): Promise<ReadonlyMap<string, string>> {
    return this.#objects.files(oid);
  }

  /** @throws Error where there is no such blob. */
  readBlob(oid: string): Promise<Buffer> {
    return this.#objects.blob(oid);
  }

  /** @throws Error where there is no such commit. */
  readCommit(oid: string): Promise<Commit> {
    return this.#objects.commit(oid);
  }

  /** Commits from `oid` back along first parents, newest first; all of them, or `most`. */
  async history(oid: string, most?: number): Promise<Commit[]> {
    if (most !== undefined && most <= mostByHand) return this.#backFrom(oid, most);
    const out = await this.#git([
      'log',
      '-z',
      '--first-parent',
      ...(most === undefined ? [] : [`--max-count=${most}`]),
      '--format=%H%n%T%n%P%n%ct%n%B',
      checkedOid(oid),
    ]);
    return out
      .toString('utf8')
      .split('\0')
      .filter((record) => record !== '')
      .map((record) => {
        const [commit, tree, parents, time, ...message] = record.split('\n');
        return {
          oid: commit!,
          tree: tree!,
          parents: parents === '' ? [] : parents!.split(' '),
          at: new Date(Number(time) * 1000).toISOString(),
          message: message.join('\n'),
        };
      });
  }

  /** What the commits that lead to `from`, and not to `without`, wrote; in no order. */
  async written({
    from,
    without,
  }: {
    from: readonly string[];
    without: readonly string[];
  }): Promise<WrittenCommit[]> {
    if (from.length === 0) return [];
    const input = [...from.map(checkedOid), ...without.map((oid) => `^${checkedOid(oid)}`)].join('\n');
    // Each commit begins with a NUL of its own, which no message or path holds.
    const format = '--format=%x00%H%x00%ct%x00%B%x00';
    const out = await this.#git(['log', '--stdin', '-z', '--raw', '--no-abbrev', '--no-renames', format], {
      input: `${input}\n`,
    });
    return readWritten(out.toString('utf8').split('\0'));
  }

  /** Files that differ between two trees or commits. @throws Error where one is no plain file. */
  changedFiles(from: string, to: string): Promise<ChangedFile[]> {
    return this.#objects.changedFiles(from, to);
  }

  /** The unified difference of one file, for people. */
  async textDiff(from: string | null, to: string | null): Promise<string> {
    const empty = await this.#objects.writeBlob(new Uint8Array());
    const out = await this.#git([
      'diff',
      '--no-color',
      '--no-ext-diff',
      '--no-textconv',
      checkedOid(from ?? empty),
      checkedOid(to ?? empty),
    ]);
    return out.toString('utf8').split('\n').slice(4).join('\n');
  }

  /**
   * Writes blobs, trees and a commit, and gives the commit's id and its tree's. Nothing points at it yet. Every
   * blob is read back and compared. @throws RangeError where a path may not stand in a catalogue.
   */
  writeCommit(commit: NewCommit): Promise<{ oid: string; tree: string }> {
    return this.#objects.write(commit);
  }

  async #backFrom(oid: string, most: number): Promise<Commit[]> {
    const commits: Commit[] = [];
    for (let at: string | undefined = oid; at !== undefined && commits.length < most;) {
      const commit: Commit = await this.readCommit(at);
      commits.push(commit);
      at = commit.parents[0];
    }
    return commits;
  }

  #git(args: readonly string[], options: { input?: string } = {}): Promise<Buffer> {
    return runGit(args, { dir: this.dir, ...options });
  }
}

async function configure(dir: string): Promise<void> {
  const out = await runGit(['config', '--list', '-z'], { dir });
  const set = new Set(out.toString('utf8').split('\0'));
  for (const [key, value] of settings)
    if (!set.has(`${key.toLowerCase()}\n${value}`))
      await pastLocks(dir, ['config'], () => runGit(['config', key, value], { dir }));
}

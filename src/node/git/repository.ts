import { randomBytes } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobReader } from './blobReader.ts';
import { LocalRefs } from './localRefs.ts';
import { pastLocks } from './locks.ts';
import { Housekeeper } from './housekeeper.ts';
import { checkedOid, isCataloguePath, zeroOid } from './names.ts';
import { readWritten } from './readWritten.ts';
import type { RefMove, Refs, RefUpdate } from './refs.ts';
import type { Remote } from './remote.ts';
import { RemoteRefs } from './remoteRefs.ts';
import { runGit } from './runGit.ts';
import { syncDirectory } from './syncDirectory.ts';

export interface Commit {
  oid: string;
  tree: string;
  parents: string[];
  /** Committer time, ISO 8601 UTC. */
  at: string;
  message: string;
}

export interface NewCommit {
  parents: readonly string[];
  /** Tree to begin from; none for an empty one. */
  baseTree?: string;
  /** Files to write (bytes), to take from a blob that is there, or to take out. */
  changes: ReadonlyMap<string, Uint8Array | { blob: string } | null>;
  message: string;
  author: { name: string; subject: string };
  time: Date;
}

/** A commit with the files that it wrote over those of its first parent. */
export interface WrittenCommit {
  oid: string;
  /** Committer time, ISO 8601 UTC. */
  at: string;
  message: string;
  files: { path: string; blob: string }[];
}

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
  readonly #blobs: BlobReader;
  readonly #trees = new Map<string, Map<string, string>>();

  readonly #refs: Refs;
  readonly #housekeeper: Housekeeper;

  private constructor(dir: string, refs: Refs, housekeeper: Housekeeper) {
    this.dir = dir;
    this.#refs = refs;
    this.#housekeeper = housekeeper;
    this.#blobs = new BlobReader(dir);
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
      await syncDirectory(join(dir, folder));
    }
    const refs = remote === undefined ? new LocalRefs(dir) : await RemoteRefs.open(dir, remote);
    housekeeper.start();
    return new Repository(dir, refs, housekeeper);
  }

  close(): void {
    this.#housekeeper.stop();
    this.#refs.close();
    this.#blobs.close();
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

  /** Files of a tree or commit: path to blob. @throws Error where an entry is no plain file. */
  async readTree(oid: string): Promise<ReadonlyMap<string, string>> {
    const known = this.#trees.get(oid);
    if (known !== undefined) return known;
    const out = await this.#git(['ls-tree', '-r', '-z', '--full-tree', checkedOid(oid)]);
    const files = new Map<string, string>();
    for (const entry of out.toString('utf8').split('\0')) {
      if (entry === '') continue;
      const tab = entry.indexOf('\t');
      const [mode, type, blob] = entry.slice(0, tab).split(' ');
      const path = entry.slice(tab + 1);
      if (mode !== '100644' || type !== 'blob' || !isCataloguePath(path))
        throw new Error(`The repository holds something that is no file of a catalogue: ${path} (${mode})`);
      files.set(path, blob!);
    }
    if (this.#trees.size > 64) this.#trees.clear();
    this.#trees.set(oid, files);
    return files;
  }

  /** @throws Error where there is no such blob. */
  readBlob(oid: string): Promise<Buffer> {
    return this.#blobs.read(checkedOid(oid));
  }

  /** Commits from `oid` back along first parents, newest first; all of them, or `most`. */
  async history(oid: string, most?: number): Promise<Commit[]> {
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

  /** Paths that differ between two trees or commits. */
  async changedPaths(from: string, to: string): Promise<string[]> {
    const out = await this.#git([
      'diff-tree',
      '-r',
      '-z',
      '--no-renames',
      '--name-only',
      checkedOid(from),
      checkedOid(to),
    ]);
    return out
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== '');
  }

  /** The unified difference of one file, for people. */
  async textDiff(from: string | null, to: string | null): Promise<string> {
    const empty = await this.#writeBlob(new Uint8Array());
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
   * blob is read back and compared: an object that a full disk left empty makes git believe it is there.
   * @throws RangeError where a path may not stand in a catalogue.
   */
  async writeCommit({
    parents,
    baseTree,
    changes,
    message,
    author,
    time,
  }: NewCommit): Promise<{ oid: string; tree: string }> {
    for (const path of changes.keys())
      if (!isCataloguePath(path)) throw new RangeError(`No file of a catalogue: ${path}`);
    const tree =
      changes.size === 0 && baseTree !== undefined ? baseTree : await this.#writeTree(baseTree, changes);
    const seconds = Math.floor(time.getTime() / 1000);
    // The name is for people who read the log; who it was is told by the act in the message.
    const name = author.name.replaceAll(/[<>\n\r\0]/g, '').trim() || 'unknown';
    const env = {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: `${author.subject.replaceAll(/[^A-Za-z0-9._-]/g, '-')}@guicheng.invalid`,
      GIT_AUTHOR_DATE: `${seconds} +0000`,
      GIT_COMMITTER_NAME: 'Guicheng',
      GIT_COMMITTER_EMAIL: 'studio@guicheng.invalid',
      GIT_COMMITTER_DATE: `${seconds} +0000`,
    };
    const args = [
      'commit-tree',
      ...parents.flatMap((parent) => ['-p', checkedOid(parent)]),
      checkedOid(tree),
    ];
    const oid = await this.#git(args, { input: message, env });
    return { oid: oid.toString('latin1').trim(), tree };
  }

  async #writeTree(baseTree: string | undefined, changes: NewCommit['changes']): Promise<string> {
    const index = join(this.dir, `index-${randomBytes(8).toString('hex')}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      const entries: string[] = [];
      for (const [path, content] of changes) {
        if (content === null) entries.push(`0 ${zeroOid}\t${path}\0`);
        else
          entries.push(
            `100644 ${content instanceof Uint8Array ? await this.#writeBlob(content) : checkedOid(content.blob)}\t${path}\0`,
          );
      }
      if (baseTree !== undefined) await this.#git(['read-tree', checkedOid(baseTree)], { env });
      await this.#git(['update-index', '-z', '--index-info'], { env, input: entries.join('') });
      return (await this.#git(['write-tree'], { env })).toString('latin1').trim();
    } finally {
      await rm(index, { force: true });
    }
  }

  async #writeBlob(bytes: Uint8Array): Promise<string> {
    const write = async () => {
      const oid = (await this.#git(['hash-object', '-w', '--stdin'], { input: bytes }))
        .toString('latin1')
        .trim();
      const written = await this.#blobs.read(oid).catch((error: unknown) => error);
      return { oid, written };
    };
    let { oid, written } = await write();
    // An empty file where the object should be makes git believe that it is there; without the file it writes it.
    if (!Buffer.isBuffer(written) && (await this.#removeEmptyObject(oid))) ({ oid, written } = await write());
    if (!Buffer.isBuffer(written)) throw written;
    if (Buffer.compare(written, bytes) !== 0) throw new Error(`Blob ${oid} was not written whole`);
    return oid;
  }

  /** Whether there was such a file; an object is never empty, so it holds nothing. */
  async #removeEmptyObject(oid: string): Promise<boolean> {
    const path = join(this.dir, 'objects', oid.slice(0, 2), oid.slice(2));
    const isEmpty = await stat(path).then(
      ({ size }) => size === 0,
      () => false,
    );
    if (isEmpty) await rm(path, { force: true });
    return isEmpty;
  }

  #git(
    args: readonly string[],
    options: { input?: string | Uint8Array; env?: Record<string, string> } = {},
  ): Promise<Buffer> {
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

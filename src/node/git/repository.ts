import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BlobReader } from './blobReader.ts';
import { checkedOid, checkedRef, isCataloguePath, zeroOid } from './names.ts';
import { readWritten } from './readWritten.ts';
import { GitError, runGit } from './runGit.ts';

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

export type RefUpdate = { kind: 'updated' } | { kind: 'stale'; head: string | undefined };

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

/** A lock older than this has no living owner: git holds one for milliseconds, and a kill leaves it for ever. */
const staleLockMs = 1500;

/**
 * A bare git repository by git's own plumbing. Objects and refs are flushed to the disk before anything is
 * reported as done.
 */
export class Repository {
  readonly dir: string;
  readonly #blobs: BlobReader;
  readonly #trees = new Map<string, Map<string, string>>();

  private constructor(dir: string) {
    this.dir = dir;
    this.#blobs = new BlobReader(dir);
  }

  /** Opens the repository at `dir`, making it where there is none, and sweeps what a kill may have left. */
  static async open(dir: string): Promise<Repository> {
    const repository = new Repository(dir);
    const exists = await stat(join(dir, 'HEAD')).then(
      () => true,
      () => false,
    );
    if (!exists) {
      await mkdir(dir, { recursive: true });
      await runGit(['init', '--quiet', '--bare', '--template=', '--initial-branch=studio/none'], { dir });
    }
    await repository.sweep();
    await repository.#configure();
    // The folders of refs are made once and flushed, so that a first draft needs no more than its own folder.
    for (const folder of ['refs/heads/draft', 'refs/heads/studio', 'refs/heads', 'refs', '.']) {
      await mkdir(join(dir, folder), { recursive: true });
      await syncDirectory(join(dir, folder));
    }
    return repository;
  }

  close(): void {
    this.#blobs.close();
  }

  /** Removes locks, unfinished objects and empty objects that a killed process left behind. */
  async sweep(): Promise<void> {
    const before = Date.now() - staleLockMs;
    for (const entry of await readdir(this.dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || found.mtimeMs > before) continue;
      const emptyObject = found.size === 0 && /objects[\\/][0-9a-f]{2}$/.test(entry.parentPath);
      if (
        entry.name.endsWith('.lock') ||
        entry.name.startsWith('tmp_obj_') ||
        entry.name.startsWith('index-') ||
        emptyObject
      )
        await rm(path, { force: true });
    }
  }

  async readRef(ref: string): Promise<string | undefined> {
    const out = await this.#git(['for-each-ref', '--format=%(objectname)', '--count=1', checkedRef(ref)]);
    return out.toString('latin1').trim() || undefined;
  }

  /** Refs below `prefix`, `refs/heads/draft/` say, to the commits they name. */
  async listRefs(prefix: string, options: { mergedInto?: string } = {}): Promise<Map<string, string>> {
    const merged = options.mergedInto === undefined ? [] : [`--merged=${checkedOid(options.mergedInto)}`];
    const out = await this.#git(['for-each-ref', '--format=%(refname) %(objectname)', ...merged, prefix]);
    return new Map(lines(out).map((line) => line.split(' ') as [string, string]));
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

  /**
   * Moves `ref` from `from` (`undefined`: it must not exist) to `to`, or says what stands there instead. When it
   * says `updated`, the ref is on the disk. This is the commit point of every operation.
   */
  async updateRef({
    ref,
    from,
    to,
  }: {
    ref: string;
    from: string | undefined;
    to: string;
  }): Promise<RefUpdate> {
    const input = `update ${checkedRef(ref)}\0${checkedOid(to)}\0${checkedOid(from ?? zeroOid)}\0`;
    const update = await this.#pastLocks([ref, 'packed-refs'], async (): Promise<RefUpdate> => {
      try {
        await this.#git(['update-ref', '-z', '--stdin'], { input });
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        const head = await this.readRef(ref);
        // git may have died after it had moved the ref.
        if (head !== to) {
          if (head === from) throw error;
          return { kind: 'stale', head };
        }
      }
      return { kind: 'updated' };
    });
    if (update.kind === 'updated') await syncDirectory(dirname(join(this.dir, ref)));
    return update;
  }

  async #configure(): Promise<void> {
    const out = await this.#git(['config', '--list', '-z']);
    const set = new Set(out.toString('utf8').split('\0'));
    for (const [key, value] of settings)
      if (!set.has(`${key.toLowerCase()}\n${value}`))
        await this.#pastLocks(['config'], () => this.#git(['config', key, value]));
  }

  /** Does `work` again while somebody holds the lock of one of `files`, or died holding it. */
  async #pastLocks<T>(files: readonly string[], work: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + 2 * staleLockMs;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const isLocked = error instanceof GitError && /\.lock|could not lock/.test(error.stderr);
        if (!isLocked || Date.now() > deadline) throw error;
        await sleep(50);
        for (const file of files) await removeStaleLock(join(this.dir, `${file}.lock`));
      }
    }
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

async function removeStaleLock(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && Date.now() - found.mtimeMs > staleLockMs) await rm(path, { force: true });
}

/** git flushes a ref's file but not the directory that names it. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function lines(out: Buffer): string[] {
  return out
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

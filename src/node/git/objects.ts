import { eachAbreast } from '../files/index.ts';
import { ObjectReader } from './objectReader.ts';
import { decodeCommit, encodeCommit, type Commit } from './commits.ts';
import { Kept } from './kept.ts';
import { checkedOid, isCataloguePath } from './names.ts';
import { objectOid } from './objectOid.ts';
import { decodeTree, encodeTree, fileMode, folderMode, inOrder, type TreeEntry } from './trees.ts';
import { writeLoose, type NewObject } from './writeLoose.ts';

/** Files to write (bytes), to take from a blob that is there, or to take out. */
export type Changes = ReadonlyMap<string, Uint8Array | { blob: string } | null>;

export interface NewCommit {
  parents: readonly string[];
  /** Tree to begin from; none for an empty one. */
  baseTree?: string;
  changes: Changes;
  message: string;
  author: { name: string; subject: string };
  time: Date;
}

/** A file that differs between two commits, by its blobs; `null` where there is none. */
export interface ChangedFile {
  path: string;
  was: string | null;
  is: string | null;
}

/** A tree holds what is no plain file of a catalogue: a link, another repository, a name that means something. */
export class StrangeEntry extends Error {
  override name = 'StrangeEntry';
}

/** So many files are open at once at most while a catalogue is written. */
const abreast = 32;

/**
 * The objects of a bare repository. They are read through one process of git that lives on, and written as files of
 * one object each. What an object id names never changes, so commits and trees once seen are kept.
 */
export class Objects {
  readonly #dir: string;
  readonly #reader: ObjectReader;
  // Some 20 to 35 MB each at most: characters, lines of folders, and files.
  readonly #commits = new Kept<Commit>(10_000_000, ({ message }) => 500 + message.length);
  readonly #trees = new Kept<TreeEntry[]>(200_000, ({ length }) => 5 + length);
  readonly #files = new Kept<ReadonlyMap<string, string>>(200_000, ({ size }) => 20 + size);

  constructor(dir: string) {
    this.#dir = dir;
    this.#reader = new ObjectReader(dir);
  }

  close(): void {
    this.#reader.close();
  }

  /** @throws Error where there is no such blob. */
  blob(oid: string): Promise<Buffer> {
    return this.#reader.readBlob(checkedOid(oid));
  }

  /** @throws Error where there is no such commit. */
  async commit(oid: string): Promise<Commit> {
    const known = this.#commits.get(oid);
    if (known !== undefined) return known;
    const { type, bytes } = await this.#reader.readObject(checkedOid(oid));
    if (type !== 'commit') throw new Error(`${oid} is a ${type}, not a commit`);
    return this.#keepCommit(oid, bytes);
  }

  /** Files of a tree or commit: path to blob. @throws StrangeEntry where one is no plain file. */
  async files(oid: string): Promise<ReadonlyMap<string, string>> {
    const root = await this.#rootOf(oid);
    const known = this.#files.get(root);
    if (known !== undefined) return known;
    const files = new Map<string, string>();
    await this.#collect(root, '', files);
    this.#files.set(root, files);
    return files;
  }

  /**
   * Files that differ between two trees or commits, in the order of their paths' bytes; only folders that differ are
   * read. @throws Error where one is no plain file.
   */
  async changedFiles(from: string, to: string): Promise<ChangedFile[]> {
    const files: ChangedFile[] = [];
    await this.#compare(await this.#rootOf(from), await this.#rootOf(to), '', files);
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /**
   * Writes blobs, trees and a commit, and gives the commit's id and its tree's. Every blob is read back by git and
   * compared. @throws RangeError where a path may not stand in a catalogue.
   */
  async write({ parents, baseTree, changes, ...told }: NewCommit): Promise<{ oid: string; tree: string }> {
    for (const path of changes.keys())
      if (!isCataloguePath(path)) throw new RangeError(`No file of a catalogue: ${path}`);
    const tree =
      changes.size === 0 && baseTree !== undefined
        ? checkedOid(baseTree)
        : await this.#writeTree(baseTree, changes);
    const bytes = encodeCommit({ ...told, tree, parents: parents.map(checkedOid) });
    const oid = await writeLoose(this.#dir, { type: 'commit', bytes });
    this.#keepCommit(oid, bytes);
    return { oid, tree };
  }

  /** Writes a blob and reads it back. */
  async writeBlob(bytes: Uint8Array): Promise<string> {
    const oid = await writeLoose(this.#dir, { type: 'blob', bytes });
    if (Buffer.compare(await this.#reader.readBlob(oid), bytes) !== 0)
      throw new Error(`Blob ${oid} was not written whole`);
    return oid;
  }

  #keepCommit(oid: string, bytes: Buffer): Commit {
    const commit = decodeCommit(oid, bytes);
    this.#commits.set(oid, commit);
    return commit;
  }

  async #rootOf(oid: string): Promise<string> {
    const commit = this.#commits.get(oid);
    if (commit !== undefined) return commit.tree;
    if (this.#trees.get(oid) !== undefined) return oid;
    const { type, bytes } = await this.#reader.readObject(checkedOid(oid));
    if (type === 'commit') return this.#keepCommit(oid, bytes).tree;
    if (type !== 'tree') throw new Error(`${oid} is a ${type}, and holds no files`);
    this.#trees.set(oid, decodeTree(bytes));
    return oid;
  }

  async #tree(oid: string): Promise<TreeEntry[]> {
    const known = this.#trees.get(oid);
    if (known !== undefined) return known;
    const { type, bytes } = await this.#reader.readObject(checkedOid(oid));
    if (type !== 'tree') throw new Error(`${oid} is a ${type}, not a tree`);
    const entries = decodeTree(bytes);
    this.#trees.set(oid, entries);
    return entries;
  }

  async #collect(tree: string, prefix: string, files: Map<string, string>): Promise<void> {
    const entries = await this.#tree(tree);
    // All folders are asked for at once: git answers one after another without a pause.
    await Promise.all(entries.map(({ mode, oid }) => mode === folderMode && this.#tree(oid)));
    for (const { mode, name, oid } of entries) {
      const path = prefix + name;
      if (mode === folderMode) await this.#collect(oid, `${path}/`, files);
      else files.set(path, checkedFile({ mode, oid }, path));
    }
  }

  async #compare(
    from: string | undefined,
    to: string | undefined,
    prefix: string,
    files: ChangedFile[],
  ): Promise<void> {
    if (from === to) return;
    const [old, now] = await Promise.all(
      [from, to].map(
        async (oid) => new Map((oid ? await this.#tree(oid) : []).map((one) => [one.name, one])),
      ),
    );
    for (const name of new Set([...old!.keys(), ...now!.keys()])) {
      const [was, is] = [old!.get(name), now!.get(name)];
      if (was?.oid === is?.oid && was?.mode === is?.mode) continue;
      const [wasFolder, isFolder] = [was?.mode === folderMode, is?.mode === folderMode];
      if (wasFolder || isFolder)
        await this.#compare(
          wasFolder ? was?.oid : undefined,
          isFolder ? is?.oid : undefined,
          `${prefix}${name}/`,
          files,
        );
      const path = prefix + name;
      const [wasBlob, isBlob] = [blobOf(was, path), blobOf(is, path)];
      if (wasBlob !== null || isBlob !== null) files.push({ path, was: wasBlob, is: isBlob });
    }
  }

  async #writeTree(baseTree: string | undefined, changes: Changes): Promise<string> {
    const blobs = new Map<string, string | null>();
    await eachAbreast([...changes], abreast, async ([path, content]) => {
      if (content === null) blobs.set(path, null);
      else if (content instanceof Uint8Array) blobs.set(path, await this.writeBlob(content));
      else {
        // A tree is built only of what can be read.
        await this.blob(content.blob);
        blobs.set(path, content.blob);
      }
    });
    const built = new Map<string, TreeEntry[]>();
    const root = await this.#graft(baseTree, [...blobs], built);
    const tree = root ?? note([], built);
    const trees = [...built.values()].map((entries): NewObject => ({
      type: 'tree',
      bytes: encodeTree(entries),
    }));
    await eachAbreast(trees, abreast, (object) => writeLoose(this.#dir, object));
    for (const [oid, entries] of built) this.#trees.set(oid, entries);
    return tree;
  }

  /** The tree of `base` with `changes` in it, noted in `built`; `undefined` where nothing is left in it. */
  async #graft(
    base: string | undefined,
    changes: readonly (readonly [string, string | null])[],
    built: Map<string, TreeEntry[]>,
  ): Promise<string | undefined> {
    const entries = new Map((base === undefined ? [] : await this.#tree(base)).map((one) => [one.name, one]));
    const inside = new Map<string, [string, string | null][]>();
    const here: [string, string][] = [];
    for (const [path, blob] of changes) {
      const slash = path.indexOf('/');
      const name = path.slice(0, slash);
      if (slash >= 0) inside.set(name, [...(inside.get(name) ?? []), [path.slice(slash + 1), blob]]);
      else if (blob !== null) here.push([path, blob]);
      else if (entries.get(path)?.mode !== folderMode) entries.delete(path);
    }
    for (const [name, some] of inside) {
      const was = entries.get(name);
      const tree = await this.#graft(was?.mode === folderMode ? was.oid : undefined, some, built);
      if (was !== undefined && was.mode !== folderMode) {
        if (tree !== undefined) throw new RangeError(`${name} is a file, and holds none`);
      } else if (tree === undefined) entries.delete(name);
      else entries.set(name, { mode: folderMode, name, oid: tree });
    }
    for (const [name, oid] of here) {
      if (entries.get(name)?.mode === folderMode) throw new RangeError(`${name} is a folder, and no file`);
      entries.set(name, { mode: fileMode, name, oid });
    }
    return entries.size === 0 ? undefined : note(inOrder([...entries.values()]), built);
  }
}

/** The blob of an entry that stands at `path`; `null` where there is none, or a folder. */
function blobOf(entry: TreeEntry | undefined, path: string): string | null {
  return entry === undefined || entry.mode === folderMode ? null : checkedFile(entry, path);
}

/** @throws Error where it is no plain file of a catalogue. */
function checkedFile({ mode, oid }: Pick<TreeEntry, 'mode' | 'oid'>, path: string): string {
  if (mode !== fileMode || !isCataloguePath(path))
    throw new StrangeEntry(
      `The repository holds something that is no file of a catalogue: ${path} (${mode})`,
    );
  return oid;
}

function note(entries: TreeEntry[], built: Map<string, TreeEntry[]>): string {
  const oid = objectOid('tree', encodeTree(entries));
  built.set(oid, entries);
  return oid;
}

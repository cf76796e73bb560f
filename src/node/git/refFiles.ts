import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runGit } from './runGit.ts';

/** Reading more files than so many one by one takes longer than a process of git does. */
const mostLoose = 200;

/**
 * Reads the refs of the bare repository `dir` from where git keeps them: a file each, which git swaps by renaming,
 * and `packed-refs` for those that have none. Packing writes the one before it takes the others away, so the one is
 * looked into last. Whatever does not look like that is left to git.
 */
export class RefFiles {
  readonly #dir: string;
  #packed: { stamp: string; refs: ReadonlyMap<string, string> } | undefined;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** The commit that `ref` names; `undefined` where there is no such ref. */
  async read(ref: string): Promise<string | undefined> {
    const loose = await this.#loose(ref);
    if (loose === 'strange') return (await this.#listByGit(ref)).get(ref);
    return loose ?? (await this.#packedRefs()).get(ref);
  }

  /** Refs below `prefix`, which ends in a slash, to the commits they name. */
  async list(prefix: string): Promise<Map<string, string>> {
    const names = await this.#names(prefix);
    if (names.length > mostLoose) return this.#listByGit(prefix);
    const loose = await Promise.all(names.map(async (ref) => [ref, await this.#loose(ref)] as const));
    const refs = new Map([...(await this.#packedRefs())].filter(([ref]) => ref.startsWith(prefix)));
    for (const [ref, oid] of loose) {
      if (oid === 'strange') return this.#listByGit(prefix);
      if (oid !== undefined) refs.set(ref, oid);
    }
    return new Map([...refs].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async #names(prefix: string): Promise<string[]> {
    const entries = await readdir(join(this.#dir, prefix), { withFileTypes: true }).catch(none);
    const names = await Promise.all(
      (entries ?? []).map((entry) =>
        entry.isDirectory() ? this.#names(`${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
      ),
    );
    return names.flat().filter((name) => !name.endsWith('.lock'));
  }

  async #loose(ref: string): Promise<string | 'strange' | undefined> {
    const text = await readFile(join(this.#dir, ref), 'latin1').catch(none);
    if (text === undefined) return undefined;
    return /^([0-9a-f]{40})\n$/.exec(text)?.[1] ?? 'strange';
  }

  async #packedRefs(): Promise<ReadonlyMap<string, string>> {
    const file = await open(join(this.#dir, 'packed-refs')).catch(none);
    if (file === undefined) return new Map();
    try {
      const { ino, size, mtimeNs, ctimeNs } = await file.stat({ bigint: true });
      const stamp = [ino, size, mtimeNs, ctimeNs].join(' ');
      if (this.#packed?.stamp !== stamp) {
        const lines = (await file.readFile('utf8')).split('\n');
        const refs = lines.filter((line) => /^[0-9a-f]{40} /.test(line));
        this.#packed = { stamp, refs: new Map(refs.map((line) => [line.slice(41), line.slice(0, 40)])) };
      }
      return this.#packed.refs;
    } finally {
      await file.close();
    }
  }

  async #listByGit(prefix: string): Promise<Map<string, string>> {
    const out = await runGit(['for-each-ref', '--format=%(refname) %(objectname)', prefix], {
      dir: this.#dir,
    });
    const lines = out.toString('utf8').split('\n');
    return new Map(lines.filter((line) => line !== '').map((line) => line.split(' ') as [string, string]));
  }
}

/** Nothing, of what is not there; ENOTDIR and EISDIR, of a name that is a folder's. @throws any other error. */
function none(error: NodeJS.ErrnoException): undefined {
  if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code ?? '')) throw error;
  return undefined;
}

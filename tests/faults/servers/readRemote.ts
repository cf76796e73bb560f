import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a commit's message tells, read here by hand: who judges must not believe who is judged. */
export interface Told {
  act: { kind: string } & Record<string, unknown>;
  person: { subject: string };
  operation: string;
}

export interface ReadCommit {
  oid: string;
  tree: string;
  parents: string[];
  told: Told | undefined;
}

/** A file that differs between two commits, by its blobs; `null` where there is none. */
export interface Difference {
  path: string;
  from: string | null;
  to: string | null;
}

/** All branches of the bare repository `dir`, read with git alone. */
export class ReadRemote {
  readonly #dir: string;
  readonly refs: ReadonlyMap<string, string>;
  readonly commits: ReadonlyMap<string, ReadCommit>;

  private constructor(dir: string, refs: Map<string, string>, commits: Map<string, ReadCommit>) {
    this.#dir = dir;
    this.refs = refs;
    this.commits = commits;
  }

  static async open(dir: string): Promise<ReadRemote> {
    const lines = (
      await git(dir, ['for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads/'])
    ).split('\n');
    const refs = new Map(lines.filter(Boolean).map((line) => line.split(' ') as [string, string]));
    const log = await git(dir, ['log', '--branches', '-z', '--format=%H%n%T%n%P%n%B']);
    const commits = new Map<string, ReadCommit>();
    for (const record of log.split('\0').filter(Boolean)) {
      const [oid = '', tree = '', parents = '', ...message] = record.split('\n');
      const last = message.findLast((line) => line !== '') ?? '';
      const told = last.startsWith('Guicheng-Act: ') ? (JSON.parse(last.slice(14)) as Told) : undefined;
      commits.set(oid, { oid, tree, parents: parents.split(' ').filter(Boolean), told });
    }
    return new ReadRemote(dir, refs, commits);
  }

  /** @throws Error where an object is broken or missing. */
  async fsck(): Promise<void> {
    await git(this.#dir, ['fsck', '--strict', '--full', '--no-dangling']);
  }

  /** From a commit back along first parents. */
  line(tip: string | undefined): ReadCommit[] {
    const line: ReadCommit[] = [];
    for (let oid = tip; oid !== undefined;) {
      const commit = this.commits.get(oid);
      if (commit === undefined) throw new Error(`The branches lack ${oid}`);
      line.push(commit);
      oid = commit.parents[0];
    }
    return line;
  }

  /** The commits of a draft from `tip` back to the one that created it. */
  draftLine(tip: string | undefined): ReadCommit[] {
    const line = this.line(tip);
    return line.slice(0, line.findIndex(({ told }) => told?.act.kind === 'create') + 1);
  }

  async differences(from: string, to: string): Promise<Difference[]> {
    const out = await git(this.#dir, ['diff-tree', '-r', '-z', '--raw', '--no-renames', from, to]);
    const parts = out.split('\0');
    const differences: Difference[] = [];
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const [, , was = '', is = ''] = parts[i]!.split(' ');
      differences.push({ path: parts[i + 1]!, from: blobOf(was), to: blobOf(is) });
    }
    return differences;
  }

  /** The texts at `<commit>:<path>`, by that name; what is not there is left out. */
  async texts(names: readonly string[]): Promise<Map<string, string>> {
    const unique = [...new Set(names)];
    const child = spawn('git', [`--git-dir=${this.#dir}`, 'cat-file', '--batch'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end(unique.map((name) => `${name}\n`).join(''));
    await ended;
    const all = Buffer.concat(chunks);
    const texts = new Map<string, string>();
    let at = 0;
    for (const name of unique) {
      const line = all.indexOf('\n', at);
      const head = all.toString('utf8', at, line);
      at = line + 1;
      const size = / blob (\d+)$/.exec(head)?.[1];
      if (size === undefined) continue;
      texts.set(name, all.toString('utf8', at, at + Number(size)));
      at += Number(size) + 1;
    }
    return texts;
  }
}

function blobOf(oid: string): string | null {
  return /^0+$/.test(oid) ? null : oid;
}

async function git(dir: string, args: readonly string[]): Promise<string> {
  return (await run('git', [`--git-dir=${dir}`, ...args], { maxBuffer: 2 ** 30 })).stdout;
}

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { gitEnvironment, gitTimeoutMs } from './runGit.ts';

/** What git keeps under an object id. */
export interface GitObject {
  type: string;
  bytes: Buffer;
}

interface Request {
  oid: string;
  resolve(object: GitObject): void;
  reject(error: Error): void;
}

/**
 * Reads objects through one `git cat-file --batch` that lives as long as this reader. Requests are answered in
 * their order; when the process dies or gives nothing for `timeout` milliseconds, those waiting fail and the next
 * request starts another.
 */
export class ObjectReader {
  readonly #dir: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #timeout: number;
  #timer: NodeJS.Timeout | undefined;
  /** Fails those waiting and kills the process. */
  #giveUp: ((why: string) => void) | undefined;
  #child: ChildProcessWithoutNullStreams | undefined;
  #waiting: Request[] = [];
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(dir: string, { env = gitEnvironment, timeout = gitTimeoutMs } = {}) {
    this.#dir = dir;
    this.#env = env;
    this.#timeout = timeout;
  }

  /** The bytes of the blob `oid`. @throws Error where there is no such blob. */
  async readBlob(oid: string): Promise<Buffer> {
    const { type, bytes } = await this.readObject(oid);
    if (type !== 'blob') throw new Error(`${oid} is a ${type}, not a blob`);
    return bytes;
  }

  /** The object `oid`, whatever it is. @throws Error where there is none. */
  readObject(oid: string): Promise<GitObject> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ oid, resolve, reject });
      const child = this.#process();
      child.stdin.write(`${oid}\n`);
      if (this.#waiting.length === 1) this.#watch();
    });
  }

  /** Ends the process; requests under way fail. */
  close(): void {
    this.#child?.kill();
  }

  #process(): ChildProcessWithoutNullStreams {
    if (this.#child !== undefined) return this.#child;
    const child = spawn('git', [`--git-dir=${this.#dir}`, 'cat-file', '--batch'], {
      env: this.#env,
      stdio: 'pipe',
    });
    child.stderr.resume();
    child.stdin.on('error', () => undefined);
    const end = (why: string) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#chunks = [];
      this.#size = 0;
      this.#needed = undefined;
      clearTimeout(this.#timer);
      for (const request of this.#waiting.splice(0)) request.reject(new Error(`git cat-file ${why}`));
    };
    child.stdout.on('data', (chunk: Buffer) => {
      try {
        this.#take(chunk);
        this.#watch();
      } catch (error) {
        // What follows cannot be told apart any more: those waiting are told why, and the next gets a new process.
        this.#giveUp?.(String(error));
      }
    });
    child.on('error', (error) => end(`could not start: ${error.message}`));
    child.on('close', () => end('ended'));
    this.#child = child;
    this.#giveUp = (why) => {
      end(why);
      child.kill('SIGKILL');
    };
    return child;
  }

  /** Gives the process up unless it goes on; nobody waiting, it may be silent as long as it likes. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0) return;
    this.#timer = setTimeout(() => this.#giveUp?.(`gave nothing for ${this.#timeout} ms`), this.#timeout);
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    for (;;) {
      const request = this.#waiting[0];
      if (request === undefined) return;
      const head = this.#peek(request);
      if (head === undefined) return;
      this.#waiting.shift();
      this.#consume(head.end);
      if (head.kind === 'missing') request.reject(new Error(`No object ${request.oid}`));
      else request.resolve(head.object);
    }
  }

  #peek(
    request: Request,
  ): { kind: 'object'; object: GitObject; end: number } | { kind: 'missing'; end: number } | undefined {
    // Joined only when a whole answer may be there, so that a large blob costs one copy and not one a chunk.
    const needed = this.#needed;
    if (needed !== undefined && this.#size < needed) return undefined;
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    const line = all.indexOf(10);
    if (line < 0) return undefined;
    const [oid, type, size] = all.toString('latin1', 0, line).split(' ');
    if (oid !== request.oid) throw new Error('git cat-file answered out of turn');
    if (type === undefined) throw new Error('git cat-file answered nothing that can be read');
    if (type === 'missing') return { kind: 'missing', end: line + 1 };
    const end = line + 1 + Number(size) + 1;
    if (all.length < end) {
      this.#needed = end;
      return undefined;
    }
    return { kind: 'object', object: { type, bytes: all.subarray(line + 1, end - 1) }, end };
  }

  #needed: number | undefined;

  #consume(end: number): void {
    this.#needed = undefined;
    const rest = this.#chunks[0]!.subarray(end);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
  }
}

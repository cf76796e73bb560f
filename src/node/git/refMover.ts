import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { checkedOid, checkedRef, zeroOid } from './names.ts';
import type { RefMove } from './refs.ts';
import { GitError, gitEnvironment, gitTimeoutMs } from './runGit.ts';

/** Into the log of a ref git writes the time at which its process first needed one, so none is used for long. */
const longestMs = 10_000;

const args = ['update-ref', '-z', '--stdin'];

interface Session {
  child: ChildProcessWithoutNullStreams;
  began: number;
  out: string;
  stderr: string;
  /** Looks whether the move under way has ended. */
  heard(): void;
  ended: { code: number | null } | undefined;
}

/**
 * Moves refs of the bare repository `dir` through a `git update-ref` that does one transaction after another. A
 * refused move ends it, and the next begins another.
 */
export class RefMover {
  readonly #dir: string;
  readonly #timeout: number;
  readonly #env: Readonly<Record<string, string>>;
  #session: Session | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(dir: string, { env = gitEnvironment, timeout = gitTimeoutMs } = {}) {
    this.#dir = dir;
    this.#env = env;
    this.#timeout = timeout;
  }

  /**
   * Moves a ref from the commit that was seen (`undefined`: there must be none) to another.
   * @throws GitError where git refused, ended or hung; it may have moved the ref all the same.
   */
  move(move: RefMove): Promise<void> {
    const moved = this.#last.then(() => this.#transact(move));
    this.#last = moved.catch(() => undefined);
    return moved;
  }

  /** Lets the process end; what was asked for before is done first. */
  close(): void {
    void this.#last.then(() => this.#end());
  }

  #end(): void {
    this.#session?.child.stdin.end();
    this.#session = undefined;
  }

  async #transact({ ref, from, to }: RefMove): Promise<void> {
    const input = `start\0update ${checkedRef(ref)}\0${checkedOid(to)}\0${checkedOid(from ?? zeroOid)}\0commit\0`;
    const session = this.#open();
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        session.heard = () => {
          if (session.out.endsWith('commit: ok\n')) resolve();
          else if (session.ended !== undefined)
            reject(new GitError(args, session.ended.code, session.stderr));
        };
        timer = setTimeout(() => {
          session.child.kill('SIGKILL');
          reject(new GitError(args, null, `did not end within ${this.#timeout} ms and was killed`));
        }, this.#timeout);
        session.out = '';
        session.child.stdin.write(input);
        session.heard();
      });
    } catch (error) {
      if (this.#session === session) this.#session = undefined;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The process that is there, or another where it has ended or is old. */
  #open(): Session {
    const open = this.#session;
    const isOld = open !== undefined && performance.now() - open.began > longestMs;
    if (open !== undefined && open.ended === undefined && !isOld) return open;
    this.#end();
    const child = spawn('git', [`--git-dir=${this.#dir}`, ...args], { env: this.#env, stdio: 'pipe' });
    const session: Session = {
      child,
      began: performance.now(),
      out: '',
      stderr: '',
      heard: () => undefined,
      ended: undefined,
    };
    child.stdout.setEncoding('latin1').on('data', (chunk: string) => {
      session.out += chunk;
      session.heard();
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (session.stderr += chunk));
    // git may end before it has read all; its end tells, not the pipe.
    child.stdin.on('error', () => undefined);
    const end = (code: number | null) => {
      session.ended ??= { code };
      session.heard();
    };
    child.on('error', (error) => {
      session.stderr += `${String(error)} (is git installed?)`;
      end(null);
    });
    child.on('close', end);
    this.#session = session;
    return session;
  }
}

import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/** git ended with an error that the caller did not foresee. */
export class GitError extends Error {
  readonly code: number | null;
  readonly stderr: string;
  readonly #args: readonly string[];
  constructor(args: readonly string[], code: number | null, stderr: string) {
    super(
      `git ${args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c') ?? ''} ended with ${code}: ${stderr.trim()}`,
    );
    this.code = code;
    this.stderr = stderr;
    this.#args = args;
  }

  /** The same error where `secrets` are not said; nor is what stands before the @ of an address. */
  without(secrets: readonly string[]): GitError {
    // The longest first: one may be part of another.
    const longest = secrets.toSorted((a, b) => b.length - a.length);
    const said = longest.reduce((text, secret) => text.replaceAll(secret, '***'), this.stderr);
    return new GitError(this.#args, this.code, said.replaceAll(/(?<=:\/\/)[^\s/@]{1,500}@/g, '***@'));
  }

  /** Whether it said nothing and ended by a signal that was not ours. */
  get isKilled(): boolean {
    return this.code === null && this.stderr === '';
  }
}

/** Nothing of the user's own set-up reaches git: no configuration, hooks, prompts, pagers or languages. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  HOME: '/nonexistent',
  LC_ALL: 'C',
  TZ: 'UTC',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: 'true',
  // Nothing here asks another repository, but for a call that says by which protocol.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  // By these ssh finds the keys of whoever runs the server.
  ...(process.env['SSH_AUTH_SOCK'] !== undefined && { SSH_AUTH_SOCK: process.env['SSH_AUTH_SOCK'] }),
};

/** The longest of our calls, a walk over the history of main, takes seconds; what takes longer than this hangs. */
export const gitTimeoutMs = 30_000;

export interface GitOptions {
  dir: string;
  input?: string | Uint8Array;
  env?: Readonly<Record<string, string>>;
  /** Milliseconds after which git is killed. */
  timeout?: number;
  /** Whether it gives way to everything else on the machine. */
  isPatient?: boolean;
}

/**
 * Runs git once, without a shell, in the bare repository `dir`, and gives its standard output.
 * @throws GitError where it does not end with 0, cannot be started, or hangs.
 */
export async function runGit(
  args: readonly string[],
  { dir, input, env, timeout = gitTimeoutMs, isPatient = false }: GitOptions,
): Promise<Buffer> {
  const child = spawn('git', [`--git-dir=${dir}`, ...args], {
    env: { ...gitEnvironment, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (isPatient && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const out: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  // git may end before it has read all; the exit code tells, not the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  let timer: NodeJS.Timeout | undefined;
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) => reject(new GitError(args, null, `${String(error)} (is git installed?)`)));
    child.on('close', resolve);
    // Not told by `close` alone: whatever git had started may outlive it and hold the pipes.
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new GitError(args, null, `did not end within ${timeout} ms and was killed`));
    }, timeout);
  }).finally(() => clearTimeout(timer));
  if (code !== 0) throw new GitError(args, code, stderr);
  return Buffer.concat(out);
}

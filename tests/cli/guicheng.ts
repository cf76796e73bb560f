import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Root of the clone. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The built command. */
export const binary = `${root}dist/node/guicheng.js`;

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A command that goes on until it is stopped. */
export interface Running {
  /** Everything printed so far, once it matches. @throws Error where the command ends before. */
  printed(pattern: RegExp): Promise<string>;
  /** Asks it to end, as Ctrl+C does, and gives its exit code. */
  stop(): Promise<{ code: number | null }>;
  /** Ends it as a power cut would, without a word; git processes that it started are let be. */
  kill(): Promise<void>;
}

/** Runs the built command as a user would, in `cwd`. @throws Error where `npm run build` has not made it. */
export async function guicheng(args: readonly string[], cwd = root): Promise<Run> {
  const { ended, output } = start(args, cwd);
  const code = await ended;
  return { code, ...output };
}

/** Starts the built command in the root of the clone. @throws Error where `npm run build` has not made it. */
export function startGuicheng(args: readonly string[]): Running {
  const { child, ended, output } = start(args, root);
  return {
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(output.stdout) && resolve(output.stdout);
        child.stdout.on('data', look);
        look();
        ended.then((code) => reject(new Error(`ended with ${code}: ${output.stderr}`)), reject);
      }),
    stop: async () => {
      child.kill('SIGINT');
      return { code: await ended };
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function start(args: readonly string[], cwd: string) {
  if (!existsSync(binary)) throw new Error('dist/node/guicheng.js is missing: run `npm run build` first');
  const child = spawn(process.execPath, [binary, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output.stderr += chunk));
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  return { child, ended, output };
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Root of the clone. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
const binary = `${root}dist/node/guicheng.js`;

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command as a user would, in `cwd`. @throws Error where `npm run build` has not made it. */
export async function guicheng(args: readonly string[], cwd = root): Promise<Run> {
  if (!existsSync(binary)) throw new Error('dist/node/guicheng.js is missing: run `npm run build` first');
  const child = spawn(process.execPath, [binary, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  return { code, stdout, stderr };
}

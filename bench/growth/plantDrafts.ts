import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { ulid } from 'ulid';
import { encodeMessage, type Act, type Person } from '../../src/review/index.ts';

const run = promisify(execFile);

const writers = Array.from({ length: 50 }, (_, i): Person => ({
  subject: `local:drafter${i}`,
  name: `起草${i}`,
  roles: ['drafter'],
}));

/**
 * Puts `count` open drafts into the bare repository `dir` by `git fast-import`, each begun on main and edited once, and
 * every other one submitted. They are packed as the hourly maintenance would have done it.
 */
export async function plantDrafts(dir: string, count: number): Promise<void> {
  const git = async (...args: string[]) => (await run('git', [`--git-dir=${dir}`, ...args])).stdout;
  const main = (await git('rev-parse', 'refs/heads/main')).trim();
  const paths = (await git('ls-tree', '-r', '--name-only', main))
    .split('\n')
    .filter((path) => /^000000\/[a-z-]+\.yaml$/.test(path));
  const texts = new Map<string, string>();
  for (const path of paths) texts.set(path, await git('cat-file', 'blob', `${main}:${path}`));
  const child = spawn('git', [`--git-dir=${dir}`, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const now = Math.floor(Date.now() / 1000) - count * 60;
  for (let i = 0; i < count; i++) {
    const id = ulid(1000 * (now + i * 60));
    const path = paths[i % paths.length]!;
    const text = `${texts.get(path)}# 第${i}稿\n`;
    const person = writers[i % writers.length]!;
    const at = now + i * 60;
    const commit = (act: Act, operation: string, from: string, files = '') =>
      `commit refs/heads/draft/${id}\ncommitter Guicheng <studio@guicheng.invalid> ${at} +0000\n${data(encodeMessage({ act, person, operation }))}${from}${files}\n`;
    const parts = [
      commit({ kind: 'create', title: `草稿${i}`, file: path }, id, `from ${main}\n`),
      commit({ kind: 'edit', files: [path] }, ulid(), '', `M 100644 inline ${path}\n${data(text)}`),
      ...(i % 2 === 0 ? [commit({ kind: 'submit', risk: 'legal' }, ulid(), '')] : []),
    ];
    if (!child.stdin.write(parts.join(''))) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  await git('repack', '-d', '-l', '-q', '--geometric=2');
  await git('pack-refs', '--all');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

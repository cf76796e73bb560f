import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runGit } from '../git/index.ts';
import { isPagesBranch, publishToBranch } from './index.ts';

let work: string;
let host: string;
const git = async (...args: string[]) => (await runGit(args, { dir: host })).toString().trim();
const shown = async () => (await git('ls-tree', '-r', '--name-only', 'pages')).split('\n');

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-pages-'));
  host = join(work, 'host.git');
  await runGit(['init', '--quiet', '--bare'], { dir: host });
  await release('one', { 'index.html': '一', '511500/a.html': '甲' });
  await write(join(work, 'site/versions/511500/a/v/1.html'), '版本');
});
afterEach(() => rm(work, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function release(name: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files))
    await write(join(work, 'site/releases', name, path), text);
  const link = join(work, 'site/next');
  await symlink(join('releases', name), link);
  await rename(link, join(work, 'site/current'));
}

const send = (url = `file://${host}`) =>
  publishToBranch({
    target: { url, branch: 'pages' },
    siteDir: join(work, 'site'),
    gitDir: join(work, 'pages.git'),
    message: 'Publish',
    time: new Date('2026-11-25T00:00:00Z'),
  });

describe('a branch of pages', () => {
  it('shows what the folder shows, permanent versions too, one commit on the other', async () => {
    const first = await send();
    const all = ['.nojekyll', '511500/a.html', '511500/a/v/1.html', 'index.html'];
    expect(await shown()).toEqual(all);
    expect(await git('show', 'pages:511500/a.html')).toBe('甲');
    await release('two', { 'index.html': '二' });
    const second = await send();
    expect(await shown()).toEqual(all.filter((path) => path !== '511500/a.html'));
    expect(await git('rev-parse', 'pages', 'pages^')).toBe(`${second}\n${first}`);
  });

  it('makes no commit of the same files, also from another machine', async () => {
    const first = await send();
    await rm(join(work, 'pages.git'), { recursive: true });
    expect(await send()).toBe(first);
  });

  it('goes on from what somebody else has put there', async () => {
    await send();
    const tree = await git('rev-parse', 'pages^{tree}');
    const person = {
      GIT_AUTHOR_NAME: 'x',
      GIT_AUTHOR_EMAIL: 'x',
      GIT_COMMITTER_NAME: 'x',
      GIT_COMMITTER_EMAIL: 'x',
    };
    const theirs = await runGit(['commit-tree', tree, '-m', 'theirs'], { dir: host, env: person });
    await git('update-ref', 'refs/heads/pages', theirs.toString().trim());
    await release('two', { 'index.html': '二' });
    await send();
    expect(await git('rev-parse', 'pages^')).toBe(theirs.toString().trim());
  });

  it('says so where the host does not answer, and leaves the branch alone', async () => {
    await expect(send(`file://${join(work, 'nowhere.git')}`)).rejects.toThrow(/git ls-remote ended/);
    await expect(send('ext::sh -c true')).rejects.toThrow(/git ls-remote ended/);
    expect(await git('for-each-ref')).toBe('');
  });

  it.each(['pages', 'gh-pages', 'site.v2'])('may be called %s', (name) => {
    expect(isPagesBranch(name)).toBe(true);
  });
  it.each(['main', 'studio', 'draft', '-x', 'a b', 'a/b', 'a..b', 'a.lock', '', 'a~1', '网'])(
    'may not be called “%s”',
    (name) => {
      expect(isPagesBranch(name)).toBe(false);
    },
  );
});

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RefFiles } from './refFiles.ts';
import { runGit } from './runGit.ts';
import { writeLoose } from './writeLoose.ts';

let dir: string;
let oids: string[];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-refs-'));
  await runGit(['init', '--quiet', '--bare', '--template='], { dir });
  const tree = await writeLoose(dir, { type: 'tree', bytes: new Uint8Array() });
  const commit = (message: string) =>
    writeLoose(dir, {
      type: 'commit',
      bytes: new TextEncoder().encode(
        `tree ${tree}\nauthor a <a> 1 +0000\ncommitter a <a> 1 +0000\n\n${message}`,
      ),
    });
  oids = await Promise.all(['一', '二', '三'].map(commit));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const git = (...args: string[]) => runGit(args, { dir });
const move = (ref: string, oid: string) => git('update-ref', `refs/heads/${ref}`, oid);

it('gives what git lists: loose, packed, packed and moved since, packed once more, taken away', async () => {
  const refs = new RefFiles(dir);
  const agrees = async () => {
    const told = (await git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads/')).toString();
    const lines = told.split('\n').filter((line) => line !== '');
    expect([...(await refs.list('refs/heads/'))].map((pair) => pair.join(' '))).toEqual(lines);
    for (const line of lines) expect(await refs.read(line.slice(0, -41))).toBe(line.slice(-40));
    return lines.length;
  };
  expect(await agrees()).toBe(0);
  await move('main', oids[0]!);
  await move('draft/B', oids[1]!);
  await move('draft/A', oids[0]!);
  expect(await agrees()).toBe(3);
  await git('pack-refs', '--all');
  expect((await readdir(join(dir, 'refs', 'heads'))).length).toBeLessThan(3);
  expect(await agrees()).toBe(3);
  await move('draft/A', oids[2]!);
  expect(await refs.read('refs/heads/draft/A')).toBe(oids[2]);
  expect(await agrees()).toBe(3);
  await git('pack-refs', '--all');
  expect(await agrees()).toBe(3);
  await git('update-ref', '-d', 'refs/heads/draft/B');
  expect(await agrees()).toBe(2);
  expect(await refs.read('refs/heads/draft/B')).toBeUndefined();
  expect(await refs.read('refs/heads/draft'), 'a folder').toBeUndefined();
  expect([...(await refs.list('refs/heads/none/'))]).toEqual([]);
});

it('leaves to git what does not look like a ref, and a lock is none', async () => {
  const refs = new RefFiles(dir);
  await git('symbolic-ref', 'refs/heads/other', 'refs/heads/main');
  await writeFile(join(dir, 'refs', 'heads', 'main.lock'), '');
  const main = await refs.read('refs/heads/main');
  expect(main).toMatch(/^[0-9a-f]{40}$/);
  expect(await refs.read('refs/heads/other')).toBe(main);
  const listed = await refs.list('refs/heads/');
  expect(listed.get('refs/heads/other')).toBe(main);
  expect([...listed.keys()]).not.toContain('refs/heads/main.lock');
  // Of a ref that a crash left empty git knows as little as of one that is not there, and says so.
  await writeFile(join(dir, 'refs', 'heads', 'empty'), '');
  expect(await refs.read('refs/heads/empty')).toBeUndefined();
});

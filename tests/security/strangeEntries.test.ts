import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../../src/node/files/index.ts';
import { draftRef, isCataloguePath, Repository } from '../../src/node/git/index.ts';
import { commitText } from '../commitText.ts';

// What git or a file system can hold beside plain files of a catalogue: links, other repositories, names that mean
// something to somebody. All of it may come with a push past the studio, or with a folder from elsewhere.

let folder: string;
let repository: Repository;
let blob: string;
let tree: string;
const git = (args: string[], input = '') =>
  execFileSync('git', [`--git-dir=${folder}/r.git`, ...args], {
    input,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-entries-'));
  repository = await Repository.open({ dir: join(folder, 'r.git') });
  const commit = await commitText(repository, '一');
  blob = (await repository.readTree(commit)).get('000000/a.yaml')!;
  tree = git(['rev-parse', `${commit}^{tree}`]);
});
afterAll(async () => {
  repository.close();
  await rm(folder, { recursive: true });
});

/** A tree that git's own tools would not all make, by its bytes. */
function treeOf(mode: string, name: string, oid: string): string {
  const bytes = Buffer.concat([
    Buffer.from(`${mode} `),
    Buffer.from(name, 'latin1'),
    Buffer.from([0]),
    Buffer.from(oid, 'hex'),
  ]);
  return execFileSync(
    'git',
    [`--git-dir=${folder}/r.git`, 'hash-object', '-t', 'tree', '-w', '--stdin', '--literally'],
    {
      input: bytes,
      encoding: 'utf8',
    },
  ).trim();
}

describe('a tree of the repository that holds', () => {
  it.each([
    ['a link', '120000', 'a.yaml'],
    ['another repository', '160000', 'a.yaml'],
    ['a program', '100755', 'a.yaml'],
    ['a file of a name that begins with a dash', '100644', '-a.yaml'],
    ['a file that is an option', '100644', '--upload-pack=id'],
    ['a hidden file', '100644', '.gitmodules'],
    ['a file of git', '100644', '.git'],
    ['the same, as Windows has it', '100644', '.GIT'],
    ['the same, shortened', '100644', 'git~1'],
    ['the same, with what nobody sees', '100644', '.g\u200Cit'],
    ['a way up', '100644', '..'],
    ['a way within a name', '100644', 'a\\..\\b.yaml'],
    ['a line break', '100644', 'a\nb.yaml'],
    ['a return', '100644', 'a\rb.yaml'],
    ['an escape', '100644', 'a\u001b[2Jb.yaml'],
    ['a quotation mark', '100644', 'a"b.yaml'],
    ['a stream', '100644', 'a.yaml:x'],
    ['a lock', '100644', 'a.lock'],
    ['a name that is too long', '100644', `${'a'.repeat(200)}.yaml`],
    ['bytes that are no text', '100644', '\xff\xfe.yaml'],
  ])('%s is refused whole', async (_what, mode, name) => {
    const oid = treeOf(
      mode,
      Buffer.from(name, 'utf8').toString('latin1'),
      mode === '160000' ? '1'.repeat(40) : blob,
    );
    await expect(repository.readTree(oid)).rejects.toThrow(/no file of a catalogue/);
  });

  it.each(['.git', '.GIT', '..', '-x'])('a folder %j is refused', async (name) => {
    const sub = treeOf('40000', '000000', git(['rev-parse', `${tree}:000000`]));
    await expect(repository.readTree(treeOf('40000', name, sub))).rejects.toThrow(/no file of a catalogue/);
  });
});

it.each([
  '.git/config',
  '.GIT/hooks/x',
  '../a.yaml',
  '/etc/passwd',
  '-a/b.yaml',
  'a\0b',
  'CON\n',
  'a//b',
  'a/./b',
  'a b',
  '',
])('nothing is written at %j', async (path) => {
  expect(isCataloguePath(path)).toBe(false);
  const write = repository.writeCommit({
    parents: [],
    changes: new Map([[path, Buffer.from('x')]]),
    message: 'x',
    author: { name: 'x', subject: 'x' },
    time: new Date(0),
  });
  await expect(write).rejects.toThrow(RangeError);
});

it.each([
  'refs/heads/main~1',
  'refs/heads/-x',
  'refs/heads/../../config',
  'HEAD',
  'refs/remotes/shared/main',
  'refs/heads/draft/x',
  'refs/heads/main\n',
  '--stdin',
  'refs/heads/main@{1}',
  'refs/heads/studio/live:x',
])('the name %j is no ref that is read or moved', async (ref) => {
  await expect(async () => repository.readRef(ref)).rejects.toThrow(RangeError);
  await expect(async () => repository.updateRef({ ref, from: undefined, to: blob })).rejects.toThrow(
    RangeError,
  );
});

it('no text that is no ULID becomes the name of a branch', () => {
  for (const id of [
    '',
    '..',
    '-',
    'x'.repeat(26),
    `${'0'.repeat(26)}\n`,
    `${'0'.repeat(25)}*`,
    '0'.repeat(27),
  ])
    expect(() => draftRef(id), id).toThrow(RangeError);
});

describe('a folder', () => {
  it('gives its plain files, and nothing that a link, a pipe or a hidden folder leads to', async () => {
    const [dir, outside] = [join(folder, 'items'), join(folder, 'outside')];
    await mkdir(join(dir, '000000'), { recursive: true });
    await mkdir(outside);
    await writeFile(join(outside, 'secret.yaml'), 'id: secret\n');
    await writeFile(join(dir, '000000', 'a.yaml'), 'id: a\n');
    await symlink(join(outside, 'secret.yaml'), join(dir, '000000', 'link.yaml'));
    await symlink(outside, join(dir, 'laws'));
    await symlink('.', join(dir, 'loop'));
    await symlink(join(outside, 'nowhere'), join(dir, 'broken.yaml'));
    for (const hidden of ['.git', '.GIT']) {
      await mkdir(join(dir, hidden));
      await writeFile(join(dir, hidden, 'config'), '[core]\n');
    }
    execFileSync('mkfifo', [join(dir, 'pipe.yaml')]);
    expect([...(await readFolder(dir)).keys()]).toEqual(['000000/a.yaml']);
    expect(await readdir(outside)).toEqual(['secret.yaml']);
    expect(await readFile(join(outside, 'secret.yaml'), 'utf8')).toBe('id: secret\n');
  });
});

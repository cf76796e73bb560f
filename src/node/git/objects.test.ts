import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Objects, type Changes } from './objects.ts';
import { runGit } from './runGit.ts';
import { writeLoose } from './writeLoose.ts';

let dir: string;
let objects: Objects;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-objects-'));
  await runGit(['init', '--quiet', '--bare', '--template='], { dir });
  objects = new Objects(dir);
});
afterAll(async () => {
  objects.close();
  await rm(dir, { recursive: true, force: true });
});

const git = async (args: string[], options: { input?: string; env?: Record<string, string> } = {}) =>
  (await runGit(args, { dir, ...options })).toString('utf8');
const bytes = (text: string) => new TextEncoder().encode(text);
const time = new Date('2026-01-05T08:30:00Z');
const commit = (changes: Changes, base?: { oid: string; tree: string }) =>
  objects.write({
    parents: base === undefined ? [] : [base.oid],
    ...(base !== undefined && { baseTree: base.tree }),
    changes,
    message: '改\n\nGuicheng: {}\n',
    author: { name: '甲 <a>\n', subject: 'local:甲' },
    time,
  });

describe('what is written', () => {
  // Names that git orders otherwise than a plain sort of them would.
  const paths = ['a.yaml', 'a', 'a-b/c.yaml', 'd/e.yaml', 'd/f/g.yaml', 'd/f.yaml', 'd0.yaml'];
  const change = fc.dictionary(
    fc.constantFrom(...paths.filter((path) => path !== 'a')),
    fc.option(fc.constantFrom('一', '二', '三')),
  );

  it('is what git itself makes of the same changes, however they follow one another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (steps) => {
        const env = { GIT_INDEX_FILE: join(dir, 'index-test') };
        await rm(env.GIT_INDEX_FILE, { force: true });
        let base: { oid: string; tree: string } | undefined;
        for (const step of steps) {
          const changes = new Map(
            Object.entries(step).map(([path, text]) => [path, text === null ? null : bytes(text)]),
          );
          const before = base;
          base = await commit(changes, base);
          for (const [path, text] of Object.entries(step)) {
            const line =
              text === null
                ? `0 ${'0'.repeat(40)}\t${path}`
                : `100644 ${(await git(['hash-object', '--stdin'], { input: text })).trim()}\t${path}`;
            await git(['update-index', '--index-info'], { env, input: `${line}\n` });
          }
          expect(base.tree).toBe((await git(['write-tree'], { env })).trim());
          const listed = await git(['ls-tree', '-r', '-z', '--format=%(path) %(objectname)', base.oid]);
          expect([...(await objects.files(base.oid))].map((pair) => pair.join(' '))).toEqual(
            listed.split('\0').filter((line) => line !== ''),
          );
          if (before === undefined) continue;
          const differ = await git(['diff-tree', '-r', '-z', '--no-abbrev', before.oid, base.oid]);
          const changed = await objects.changedFiles(before.oid, base.oid);
          expect(
            changed.map(({ path, was, is }) => `${was ?? '0'.repeat(40)} ${is ?? '0'.repeat(40)} ${path}`),
          ).toEqual(
            [...differ.matchAll(/:\d+ \d+ (\w+ \w+) \w\0([^\0]+)\0/g)].map(
              ([, blobs, path]) => `${blobs} ${path}`,
            ),
          );
        }
      }),
      { numRuns: 6 },
    );
    // Not one object of all these is other than git would have it.
    await git(['fsck', '--strict', '--full', '--no-dangling']);
  });

  it('is read back as it was told, by git and by us', async () => {
    const { oid, tree } = await commit(new Map([['d/e.yaml', bytes('一')]]));
    const shown = await git(['log', '-1', '--format=%T|%an|%ae|%at|%cn|%ct|%B', oid]);
    const seconds = time.getTime() / 1000;
    expect(shown).toBe(
      `${tree}|甲 a|local--@guicheng.invalid|${seconds}|Guicheng|${seconds}|改\n\nGuicheng: {}\n\n`,
    );
    const fresh = new Objects(dir);
    expect(await fresh.commit(oid)).toEqual({
      oid,
      tree,
      parents: [],
      at: '2026-01-05T08:30:00.000Z',
      message: '改\n\nGuicheng: {}\n',
    });
    fresh.close();
  });

  it.each([
    ['a file where a folder is', { 'd/e.yaml': '一' }, { d: '二' }],
    ['a folder where a file is', { d: '一' }, { 'd/e.yaml': '二' }],
  ])('is never %s', async (_, first, then) => {
    const of = (files: object) => new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)]));
    await expect(commit(of(then), await commit(of(first)))).rejects.toThrow(RangeError);
  });

  it('is built only of blobs that are there', async () => {
    await expect(commit(new Map([['a.yaml', { blob: '1'.repeat(40) }]]))).rejects.toThrow('No object');
  });
});

describe('a file of an object', () => {
  const blob = { type: 'blob', bytes: bytes('很好') } as const;
  const pathOf = (oid: string) => join(dir, 'objects', oid.slice(0, 2), oid.slice(2));

  it.each([
    ['empty', ''],
    ['cut short', 'x\u0001'],
  ])('that is %s is written anew', async (_, left) => {
    const oid = await writeLoose(dir, blob);
    await chmod(pathOf(oid), 0o644);
    await writeFile(pathOf(oid), left, 'latin1');
    expect(await writeLoose(dir, blob)).toBe(oid);
    expect(await git(['cat-file', 'blob', oid])).toBe('很好');
  });

  it('that holds something else under the same id is not gone over', async () => {
    const [oid, other] = [
      await writeLoose(dir, blob),
      await writeLoose(dir, { type: 'blob', bytes: bytes('不好') }),
    ];
    await chmod(pathOf(oid), 0o644);
    await writeFile(pathOf(oid), await readFile(pathOf(other)));
    await expect(writeLoose(dir, blob)).rejects.toThrow('Another object');
    await rm(pathOf(oid));
  });
});

import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleDir } from '../../../../tests/sampleCatalogue.ts';
import { readFolder } from '../../files/index.ts';
import { readSeed } from './readSeed.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-seed-'));
  await writeFile(join(dir, 'catalogue.yaml'), 'title: 测试\n');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('takes the sample catalogue whole', async () => {
  expect(await readSeed(sampleDir)).toEqual(await readFolder(sampleDir));
});

it('passes over what begins with a dot', async () => {
  await writeFile(join(dir, '.编辑器'), '');
  expect([...(await readSeed(dir)).keys()]).toEqual(['catalogue.yaml']);
});

it.each([
  ['Chinese letters', 'forms/申请表.pdf', /“forms\/申请表.pdf”不能导入：文件名只能用英文字母.*请改名/],
  ['a space', '511500/a b.yaml', /请改名/],
  ['what looks like an option', '-x.yaml', /请改名/],
  ['git’s lock', '511500/a.lock', /请改名/],
  ['too many folders', 'a/b/c/d/e.yaml', /最多三层文件夹/],
])('refuses a name with %s', async (_, path, zh) => {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), 'id: a\n');
  await expect(readSeed(dir)).rejects.toMatchObject({
    zh: expect.stringMatching(zh),
    en: expect.stringContaining(`"${path}" of the catalogue cannot be imported`),
  });
});

it('refuses a link, to a file or a folder', async () => {
  await symlink('/etc/passwd', join(dir, 'law.yaml'));
  await expect(readSeed(dir)).rejects.toMatchObject({
    zh: expect.stringMatching(/“law.yaml”.*不是普通文件/),
  });
  await rm(join(dir, 'law.yaml'));
  await symlink(tmpdir(), join(dir, 'laws'));
  await expect(readSeed(dir)).rejects.toMatchObject({ zh: expect.stringMatching(/“laws”.*不是普通文件/) });
});

it('refuses a huge file before it reads any', async () => {
  await writeFile(join(dir, 'big.pdf'), '');
  await truncate(join(dir, 'big.pdf'), 3 * 1024 ** 3);
  await expect(readSeed(dir)).rejects.toMatchObject({ zh: expect.stringMatching(/“big.pdf”.*超过 10 MiB/) });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { guicheng } from './guicheng.ts';

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-list-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

it('makes the list of a division, which says what changed since', async () => {
  const out = join(work, 'list.yaml');
  const made = await guicheng(['list', 'make', 'items', '--division', '511502', '--out', out]);
  expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/翠屏区行政许可事项清单.*：\d+ 项/)]);
  const text = await readFile(out, 'utf8');
  expect(text).toMatch(/id: food-business-licence\n\s+name: 食品经营许可\n\s+code: \d{12}/);

  const next = join(work, 'next.yaml');
  await writeFile(
    next,
    text
      .replace('name: 食品经营许可', 'name: 食品经营许可证核发')
      .replace('id: public-place-hygiene-licence', 'id: another'),
  );
  const { code, stdout } = await guicheng(['list', 'diff', out, next]);
  expect(code).toBe(0);
  expect(stdout).toContain('~ 食品经营许可：名称 食品经营许可 → 食品经营许可证核发');
  expect(stdout).toContain('新列入 1 项，不再列入 1 项，有变化 1 项');
});

it.each([
  ['a division that adopts nothing', ['make', 'items', '--division', '210000'], /没有实施清单/],
  ['no date', ['make', 'items', '--division', '511502', '--date', 'today'], /不是日期/],
  ['no file', ['diff', 'nothing.yaml', 'nothing.yaml'], /找不到“nothing.yaml”/],
])('%s is refused with a remedy', async (_, args, message) => {
  const { code, stderr } = await guicheng(['list', ...args]);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});

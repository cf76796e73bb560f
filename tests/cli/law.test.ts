import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { guicheng } from './guicheng.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-law-'));
  await mkdir(join(work, '行政法规'));
  await writeFile(
    join(work, '行政法规', '茶山条例(2001-03-02).md'),
    '# 茶山条例\n\n2001年3月2日 国务院令第900号公布\n\n<!-- INFO END -->\n\n第一条 采茶。\n\n第二条 本条例自2001年5月1日起施行。\n',
  );
  await writeFile(join(work, '行政法规', '说明.md'), '# 说明\n');
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('law import', () => {
  it('writes entries and a report, and leaves entries that exist', async () => {
    const out = join(work, 'out');
    const { code, stdout, stderr } = await guicheng(['law', 'import', join(work, '行政法规'), '--out', out]);
    expect(stdout).toContain('2 个文件：1 部法规，1 个版本，其中 1 个写明施行日期；1 个文件没有读懂');
    expect(stderr).toContain('说明.md  不是这种格式的法规');
    expect(code).toBe(0);
    const [entry] = (await readdir(out)).filter((file) => file.endsWith('.yaml'));
    const path = join(out, entry!);
    expect(await readFile(path, 'utf8')).toContain('effective: 2001-05-01');
    const report = JSON.parse(await readFile(join(out, 'import-report.json'), 'utf8')) as {
      unread: unknown[];
    };
    expect(report.unread).toHaveLength(1);

    await writeFile(path, '# 已经核对\n');
    const again = await guicheng(['law', 'import', join(work, '行政法规'), '--out', out]);
    expect(again.stderr).toContain('已有 1 个条目，没有改写');
    expect(await readFile(path, 'utf8')).toBe('# 已经核对\n');
  });

  it('writes nothing without --out', async () => {
    const before = await readdir(work);
    const { code } = await guicheng(
      ['law', 'import', join(work, '行政法规', '茶山条例(2001-03-02).md')],
      work,
    );
    expect(code).toBe(0);
    expect(await readdir(work)).toEqual(before);
  });

  it.each([
    ['no law in what was named', () => [join(work, '行政法规', '说明.md')], 1, /不是这种格式的法规/],
    ['no such file', () => [join(work, 'nothing.md')], 2, /找不到/],
    ['no file named', () => [], 2, /missing required argument/],
    ['an option nobody knows', () => ['--where', 'x', work], 2, /unknown option/],
  ] as const)('%s', async (_, args, expected, message) => {
    const { code, stderr } = await guicheng(['law', 'import', ...args()]);
    expect(stderr).toMatch(message);
    expect(code).toBe(expected);
  });

  it('says what it does and its exit codes', async () => {
    for (const command of [['law'], ['law', 'import'], ['impact']]) {
      const { code, stdout } = await guicheng([...command, '--help']);
      expect([code, stdout]).toEqual([0, expect.stringContaining('退出码 exit codes')]);
    }
  });
});

describe('impact', () => {
  it('names every field with its file, line and place in words', async () => {
    const { code, stdout } = await guicheng(['impact', '行政许可法', 'items', '--article', '42']);
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toMatch(
      /^\d{6}\/[a-z0-9-]+\.yaml:\d+ {2}\S.* › .* {2}《中华人民共和国行政许可法》第四十二条/,
    );
    expect(lines.at(-2)).toMatch(/第四十二条：\d+ 处，\d+ 个文件，\d+ 个事项，\d+ 份指南$/);
    expect(Number(/：(\d+) 处/.exec(lines.at(-2)!)![1])).toBe(lines.length - 2);
  });

  it('gives the same as JSON, with lines that hold the citation', async () => {
    const { stdout } = await guicheng(['impact', 'water-law', 'items', '--format', 'json']);
    const { reliances, guides } = JSON.parse(stdout) as {
      reliances: { file: string; line: number; path: string; words: { zh: string } }[];
      guides: unknown[];
    };
    expect(reliances.length).toBeGreaterThan(0);
    expect(guides.length).toBeGreaterThan(0);
    for (const { file, line } of reliances) {
      const text = await readFile(new URL(`../../items/${file}`, import.meta.url), 'utf8');
      expect(
        text
          .split('\n')
          .slice(line - 1, line + 5)
          .join('\n'),
        `${file}:${line}`,
      ).toContain('law: water-law');
    }
  });

  it('finds nothing where nothing rests on it', async () => {
    const { code, stdout } = await guicheng(['impact', 'water-law', 'items', '--article', '999']);
    expect(code).toBe(0);
    expect(stdout).toContain('0 处，0 个文件');
  });

  it.each([
    ['a law nobody registered', ['impact', '茶山条例', 'items'], /登记中没有法规“茶山条例”/],
    ['an article that is no number', ['impact', 'water-law', 'items', '--article', '七'], /第几条“七”不对/],
    ['no such folder', ['impact', 'water-law', 'nowhere'], /找不到目录“nowhere”/],
  ])('%s is refused with a remedy, exit 2', async (_, args, message) => {
    const { code, stderr } = await guicheng(args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

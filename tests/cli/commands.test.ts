import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { guicheng, root } from './guicheng.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-cli-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const copyOfSample = async (name: string) => {
  const dir = join(work, name);
  await cp(join(root, 'items'), dir, { recursive: true });
  return dir;
};

describe('help and usage', () => {
  it.each(
    [[], ['check'], ['build'], ['studio'], ['days'], ['case'], ['new']].map(
      (c) => [c.join(' ') || 'guicheng', c] as const,
    ),
  )('%s --help says what it does and its exit codes', async (_, command) => {
    const { code, stdout } = await guicheng([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/[一-龥]/);
    expect(stdout).toContain('退出码 exit codes');
  });

  it('ends in silence when nobody reads on', async () => {
    const shell = spawnSync('sh', ['-c', 'node dist/node/guicheng.js check items --format json | true'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(shell).toMatchObject({ status: 0, stderr: '' });
  });

  const wrong: [string, string[], RegExp][] = [
    ['no such command', ['publish-all'], /unknown command|too many arguments/],
    ['no such folder', ['check', 'nowhere'], /找不到目录“nowhere”/],
    ['a format nobody knows', ['check', 'items', '--format', 'xml'], /text, json, sarif/],
    ['a day that does not exist', ['days', '2025-02-30', '5', '--dir', 'items'], /不是日期/],
    ['no number of days', ['days', '2025-02-03', 'five', '--dir', 'items'], /天数“five”/],
    ['a file for a folder', ['check', 'README.md'], /不是文件夹/],
    ['an item nobody wrote', ['case', 'nothing'], /没有事项“nothing”/],
    ['an answer to no question', ['case', 'food-business-licence', '--answer', 'nothing=1'], /nothing/],
    ['an answer without =', ['case', 'food-business-licence', '--answer', 'nothing'], /问题=回答/],
    ['an id with a space', ['new', 'A b'], /标识“A b”不对/],
    ['a port out of range', ['studio', 'items', '--port', '99999'], /端口“99999”不对/],
    ['build without --out', ['build', 'items'], /--out/],
    ['build among other files', ['build', 'items', '--out', 'docs'], /“docs”里已有别的文件/],
    ['build for no day', ['build', 'items', '--out', 'x', '--date', 'today'], /不是日期/],
  ];
  it.each(wrong)('%s is refused with a remedy, exit 2', async (_, args, message) => {
    const { code, stderr } = await guicheng(args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('days', () => {
  it.each([
    ['2025-01-20', 20, '2025-02-21'],
    ['2025-09-28', 20, '2025-10-31'],
    ['2026-02-10', 5, '2026-02-24'],
    ['2024-09-13', 5, '2024-09-23'],
    ['2026-09-20', 45, '2026-11-27'],
    ['2020-01-20', 20, '2020-02-25'],
  ])('%s and %i working days end on %s', async (date, n, due) => {
    const { code, stdout } = await guicheng(['days', date, String(n), '--dir', 'items']);
    expect([code, stdout]).toEqual([0, `${due}\n`]);
  });

  it('says when a year was reckoned by weekends', async () => {
    const { stderr } = await guicheng(['days', '2026-12-28', '20', '--dir', 'items']);
    expect(stderr).toContain('2027 年放假安排尚未公布');
  });
});

describe('check on the sample', () => {
  it('finds no error, and just the warnings that are known', async () => {
    const { code, stdout } = await guicheng(['check', 'items', '--format', 'json']);
    const { counts, diagnostics } = JSON.parse(stdout) as {
      counts: { error: number };
      diagnostics: { code: string; file: string; path: string; severity: string }[];
    };
    expect(code).toBe(0);
    expect(counts.error).toBe(0);
    const known = JSON.parse(
      await readFile(new URL('sample-warnings.json', import.meta.url), 'utf8'),
    ) as unknown;
    expect(
      diagnostics.map(({ code: rule, file, path, severity }) => ({ code: rule, file, path, severity })),
    ).toEqual(known);
  });

  it('an error makes exit 1, with place, sentence and law', async () => {
    const dir = await copyOfSample('one-error');
    const file = join(dir, '000000', 'food-business-licence.yaml');
    const { writeFile } = await import('node:fs/promises');
    const before = await readFile(file, 'utf8');
    const after = before.replace(/(promised:\s*\n?[^\n]*value: )\d+/, '$1999');
    expect(after).not.toBe(before);
    await writeFile(file, after);
    const { code, stdout } = await guicheng(['check', dir]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /000000\/food-business-licence\.yaml:\d+:\d+ {2}错误 error {2}promised-within-statutory/,
    );
    expect(stdout).toContain('第四十二条');
    expect(stdout).toMatch(/\d+ \| .*999/);
  });
});

describe('case', () => {
  it('lists materials, steps, days and fees', async () => {
    const { code, stdout } = await guicheng(['case', 'food-business-licence', '--dir', 'items']);
    expect(code).toBe(0);
    for (const part of ['申请材料', '办理环节', '办理时限', '收费']) expect(stdout).toContain(part);
  });

  it('says of a case what a clerk asks: how many, whose, how long, by which steps', async () => {
    const answers = ['--answer', 'activity=canteen', '--answer', 'contract=yes', '--answer', 'agent=self'];
    const { stdout } = await guicheng(['case', 'food-business-licence', '--division', '511502', ...answers]);
    expect(stdout).toContain('  7. 食堂承包合同：必要，复印件 1 份\n     由承包方申请许可');
    expect(stdout).toContain('  3. 现场核查：2 个工作日，核查岗，2 人');
    expect(stdout).toContain('5 个工作日（受理 → 现场核查 → 决定 → 送达）');
    expect(stdout).toMatch(/收费 fees\n {2}不收费。\n/);
    expect(stdout).not.toMatch(/授权委托书|depends on|--answer/);
  });
});

/** The case of digging up a city's road. */
const dig = (...more: string[]) =>
  guicheng(['case', 'urban-road-excavation-permit', '--dir', 'items', '--division', '511500', ...more]);

describe('case with a fee', () => {
  it('prints every line of the reckoning, the variant and the day', async () => {
    const answers = ['area=12.5', 'repair=department', 'variant=change'].flatMap((one) => ['--answer', one]);
    const { stdout } = await dig(...answers, '--from', '2026-02-10');
    expect(stdout).toContain('挖掘城市道路审批变更');
    expect(stdout).toContain('2026-02-10 受理 accepted：最迟 2026-03-02 办结 due');
    expect(stdout).toContain('     挖掘面积 12.5 平方米 × 320 元 = 4000 元\n  合计 total：4000 元');
  });

  it('takes a reduction off where the answer is given, and says where it may be', async () => {
    expect((await dig('--answer', 'area=12.5', '--answer', 'repair=self')).stdout).toContain(
      '免收，应缴 0 元\n  合计 total：0 元',
    );
    expect((await dig('--answer', 'area=12.5')).stdout).toContain('合计 total：至多 at most 4000 元');
  });

  it('refuses a variant that the item has not', async () => {
    const { code, stderr } = await dig('--answer', 'variant=renewal');
    expect(code).toBe(2);
    expect(stderr).toContain('可选：new、change');
  });
});

describe('new', () => {
  it('makes a file that reads, lacks everything, and is not made twice', async () => {
    const dir = await copyOfSample('new');
    const made = await guicheng(['new', 'well-drilling', '--dir', dir, '--name', '打井许可：深井']);
    expect(made.code).toBe(0);
    const checked = await guicheng(['check', dir, '--format', 'json']);
    expect(checked.code).toBe(1);
    const { diagnostics } = JSON.parse(checked.stdout) as {
      diagnostics: { code: string; file: string; path: string; severity: string }[];
    };
    const ours = diagnostics.filter((d) => d.severity === 'error');
    expect(new Set(ours.map((d) => d.file))).toEqual(new Set(['000000/well-drilling.yaml']));
    // Which types there are is not the schema's to say but the catalogue's.
    expect(ours.filter((d) => !d.code.startsWith('schema/')).map((d) => [d.code, d.path])).toEqual([
      ['catalogue/unknown-code', '/basics/type'],
    ]);
    expect(ours.map((d) => d.path)).toContain('/legalBasis');
    expect(ours.map((d) => d.path)).not.toContain('/basics/name');
    const again = await guicheng(['new', 'well-drilling', '--dir', dir]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('已经有这个文件');
  });
});

describe('build', () => {
  it('builds nothing of a catalogue with errors, and says which', async () => {
    const dir = await copyOfSample('build-error');
    await rm(join(dir, 'laws', 'food-safety-law.yaml'));
    const out = join(work, 'site-error');
    const { code, stderr } = await guicheng(['build', dir, '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('catalogue/unknown-law');
    await expect(readFile(join(out, 'index.html'))).rejects.toThrow('ENOENT');
  });

  it('writes at least 30 guides', async () => {
    const out = join(work, 'site');
    const { code, stdout } = await guicheng(['build', 'items', '--out', out]);
    expect(code).toBe(0);
    expect(Number(/已生成 (\d+) 份指南/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(30);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('<html lang="zh-CN"');
  });
});

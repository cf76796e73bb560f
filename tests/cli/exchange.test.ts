import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guicheng } from './guicheng.ts';

vi.setConfig({ testTimeout: 60_000 });

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-exchange-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const table = 'basic_code,name,type,dept,levels\n000119001000,取水许可,01,19,"2,3"\n';

test('import writes drafts beside a report and overwrites nothing', async () => {
  const source = join(dir, 'items.csv');
  const out = join(dir, 'drafts');
  await writeFile(source, table);
  const args = ['import', source, '--profile', 'catalogue-ln', '--out', out];
  const first = await guicheng(args);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('写出 1 个草稿，来源里有 10 个值');
  const draft = join(out, '210000', 'ln-000119001000.yaml');
  const text = await readFile(draft, 'utf8');
  expect(text).toMatch(/^# 导入的草稿，来自 items.csv 第 2 行，方案 catalogue-ln。未经核对。\n/);
  expect(text).toContain('name: 取水许可');
  const report = JSON.parse(await readFile(join(out, 'import-report.json'), 'utf8')) as {
    drafts: { file: string; findings: number }[];
    values: unknown[];
  };
  expect(report.drafts).toMatchObject([{ file: '210000/ln-000119001000.yaml' }]);
  expect(report.drafts[0]!.findings).toBeGreaterThan(10);
  expect(report.values).toHaveLength(10);

  await writeFile(draft, 'mine\n');
  const second = await guicheng(args);
  expect(second.code).toBe(2);
  expect(second.stderr).toContain('导入不覆盖任何文件');
  expect(await readFile(draft, 'utf8')).toBe('mine\n');
});

test('a report in a catalogue is no finding of the check', async () => {
  await writeFile(join(dir, 'import-report.json'), '{}');
  const { stdout } = await guicheng(['check', dir]);
  expect(stdout).not.toContain('import-report');
});

test.each([
  ['a profile that is not there', ['--profile', 'nothing'], '没有导入方案“nothing”', 'guides-gd-2021'],
  ['a division that is none', ['--profile', 'catalogue-ln', '--division', '51'], '应是六位数字', ''],
])('import refuses %s', async (_, more, words, also) => {
  const source = join(dir, 'items.csv');
  await writeFile(source, table);
  const { code, stderr } = await guicheng(['import', source, '--out', join(dir, 'out'), ...more]);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr).toContain(also);
});

test.each([
  ['a file that is not what its name says', 'a.xlsx', 'no workbook'],
  ['a file of another kind', 'a.pdf', '%PDF'],
  ['a Word file that is none', 'a.docx', 'no document'],
])('import says of %s that it cannot read it', async (_, name, content) => {
  const source = join(dir, name);
  await writeFile(source, content);
  const { code, stderr } = await guicheng([
    'import',
    source,
    '--profile',
    'catalogue-ln',
    '--out',
    join(dir, 'o'),
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain(`读不了“${source}”`);
});

test('import names what a profile writes to and no file has', async () => {
  const profile = join(dir, 'p.yaml');
  await writeFile(
    profile,
    'id: p\nname: 方案\ntables:\n  - id: t\n    columns:\n      - {id: a, from: name, to: basics.nmae}\n',
  );
  await writeFile(join(dir, 'items.csv'), table);
  const { code, stderr } = await guicheng([
    'import',
    join(dir, 'items.csv'),
    '--profile',
    profile,
    '--out',
    dir,
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('写到字段“basics.nmae”，没有这个字段');
});

test('export writes a selection that import takes back', async () => {
  const out = join(dir, 'tables');
  const made = await guicheng([
    'export',
    '--format',
    'csv',
    '--out',
    out,
    '--select',
    'food-business-licence',
  ]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const names = await readdir(out);
  expect(names).toContain('事项操作规程.csv');
  expect(names.some((name) => name.startsWith('法规'))).toBe(false);
  const files = names.map((name) => join(out, name));
  const back = await guicheng(['import', ...files, '--profile', 'exported', '--out', join(dir, 'back')]);
  expect(back).toMatchObject({ code: 0, stderr: '' });
  expect(await readFile(join(dir, 'back', '000000', 'food-business-licence.yaml'), 'utf8')).toContain(
    'name: 食品经营许可',
  );

  const again = await guicheng(['export', '--format', 'csv', '--out', out]);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('已经存在');
  const none = await guicheng(['export', '--out', join(dir, 'x.xlsx'), '--select', 'nothing']);
  expect(none.code).toBe(2);
});

test('export writes the tables to report upward, and what has no place in them', async () => {
  const out = join(dir, 'national');
  const made = await guicheng(['export', '--format', 'national', '--out', out, '--select', '511502']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const directory = await readFile(join(out, '目录.csv'), 'utf8');
  expect(directory).toContain('CATALOG_CODE');
  expect(directory).toContain('511502');
  expect(directory).not.toContain('宜宾市');
  const report = JSON.parse(await readFile(join(out, 'export-report.json'), 'utf8')) as {
    noPlace: unknown[];
  };
  expect(report.noPlace.length).toBeGreaterThan(0);
});

test('export writes the documents of a guide, and what CPSV-AP has no place for', async () => {
  const exported = async (format: string) => {
    const out = join(dir, format);
    const run = await guicheng([
      'export',
      'items',
      '--format',
      format,
      '--out',
      out,
      '--select',
      'teacher-qualification',
    ]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    return { out, stdout: run.stdout };
  };
  const name = '511500/teacher-qualification';
  const cpsv = await exported('cpsv-ap');
  expect(cpsv.stdout).toContain('在 CPSV-AP 里没有位置');
  expect(cpsv.stdout).toMatch(/办理程序›环节›前置环节 {2}procedure\.steps\[\]\.after\[\]/);
  expect(await readdir(cpsv.out)).toEqual(['cpsv-ap.jsonld', 'export-report.json']);
  const handbook = await exported('handbook');
  expect(await readFile(join(handbook.out, `${name}.html`), 'utf8')).toContain('审查工作细则');
  expect((await readFile(join(handbook.out, `${name}.docx`))).subarray(0, 2).toString()).toBe('PK');
  expect(await readFile(join((await exported('bpmn')).out, `${name}.bpmn`), 'utf8')).toContain('<userTask');
  const open = JSON.parse(
    await readFile(join((await exported('open')).out, `${name}.json`), 'utf8'),
  ) as object;
  expect(open).toMatchObject({ format: 'guicheng-guide-1', division: '511500' });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readSourceFile } from '../../src/exchange/read/index.ts';
import { guicheng } from './guicheng.ts';

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-report-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const day = ['--date', '2026-11-25'];
interface Report {
  scope: { name: string };
  figures: { id: string; numerator: number; denominator?: number; items: string[]; of: { zh: string } }[];
  by?: { id: string; figures: Report['figures'] }[];
}
const json = async (...args: string[]) =>
  JSON.parse((await guicheng(['report', 'items', ...day, '--format', 'json', ...args])).stdout) as Report;

it('says the figures in words, each with its denominator', async () => {
  const { code, stdout } = await guicheng(['report', 'items', ...day, '--division', '511500']);
  expect(code).toBe(0);
  expect(stdout).toContain('宜宾市，2026-11-25');
  expect(stdout).toMatch(/承诺件在中心内办结，占承诺件 {2}\d+(\.\d)?%（\d+ \/ \d+ 项）/);
  expect(stdout).toContain('分母：进驻中心的承诺件');
});

it('says the same of a division as of its part in the whole', async () => {
  const [whole, part] = await Promise.all([json('--by', 'division'), json('--division', '511502')]);
  expect(whole.by?.find(({ id }) => id === '511502')?.figures).toEqual(part.figures);
  const sum = whole.by?.reduce((total, one) => total + one.figures[0]!.numerator, 0);
  expect(sum).toBe(whole.figures[0]!.numerator);
  expect(part.scope.name).toBe('翠屏区');
  expect(part.figures.every(({ of }) => of.zh !== '')).toBe(true);
});

it('writes the figures and all tables behind them as a workbook', async () => {
  const out = join(work, 'report.xlsx');
  expect((await guicheng(['report', 'items', ...day, '--format', 'xlsx', '--out', out])).code).toBe(0);
  const read = await readSourceFile('report.xlsx', new Uint8Array(await readFile(out)));
  expect(JSON.stringify(read)).toContain('进驻中心的承诺件');
  const again = await guicheng(['report', 'items', ...day, '--format', 'xlsx', '--out', out]);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('已经存在')]);
});

it('writes the figures as comma-separated values', async () => {
  const { stdout } = await guicheng(['report', 'items', ...day, '--format', 'csv']);
  expect(stdout).toMatch(/^\uFEFF代号,数据,/);
  expect(stdout).toMatch(/\nsettled-inside-of-promised,.*进驻中心的承诺件/);
});

it.each([
  ['a division nobody has', ['--division', '999999'], /没有行政区划“999999”/],
  ['an agency nobody has', ['--agency', 'nobody'], /没有机关“nobody”/],
  ['a centre nobody has', ['--centre', 'nowhere'], /没有中心“nowhere”/],
  ['no date', ['--date', 'today'], /不是日期/],
  ['a workbook to nowhere', ['--format', 'xlsx'], /--out FILE/],
])('%s is refused with a remedy', async (_, args, message) => {
  const { code, stderr } = await guicheng(['report', 'items', ...args]);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});

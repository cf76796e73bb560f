// The page of the figures, in a browser: narrowed by the address, opened to the items, findings, ends and levels.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleDir } from '../sampleCatalogue.ts';
import { axeViolations, desk, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';

let studio: OpenStudio;
let catalogue: string;

/** The sample with two provisional permits, one of them long over, and a county that lengthens a statutory limit. */
beforeAll(async () => {
  catalogue = await mkdtemp(join(tmpdir(), 'guicheng-report-'));
  await cp(sampleDir, catalogue, { recursive: true });
  const change = async (file: string, from: RegExp, to: string) => {
    const text = await readFile(join(catalogue, file), 'utf8');
    expect(text).toMatch(from);
    await writeFile(join(catalogue, file), text.replace(from, to));
  };
  const retain = /decision: retain/;
  await change('000000/food-business-licence.yaml', retain, 'decision: provisional\n    until: 2023-06-30');
  await change(
    '000000/water-abstraction-licence.yaml',
    retain,
    'decision: provisional\n    until: 2099-06-30',
  );
  await change(
    '511502/food-business-licence.yaml',
    /promised: \{value: 5\}/,
    'promised: {value: 5}\n    statutory: {value: 60}',
  );
  studio = await openStudio(catalogue);
});

afterAll(async () => {
  await studio.close();
  await rm(catalogue, { recursive: true, force: true });
});

const open = async (page: Page, query = '') => {
  await page.goto(`${studio.server.url}/report${query}`);
  await page.getByRole('heading', { level: 2, name: '事项', exact: true }).waitFor();
};
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) }).first();

test('figures are narrowed in the address and opened to their items', async () => {
  const page = await studio.person('legal');
  await page.getByRole('link', { name: '监督', exact: true }).click();
  await page.getByLabel('地区（本级）').selectOption({ label: '宜宾市' });
  await expect.poll(() => page.url()).toContain('division=511500');
  const figure = row(page, '承诺件在中心内办结，占承诺件');
  expect(await figure.textContent()).toContain('分母：进驻中心的承诺件');
  const [, numerator, denominator] = /(\d+) \/ (\d+) 项/.exec((await figure.textContent())!)!;
  expect(Number(denominator)).toBeGreaterThan(Number(numerator));
  await figure.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('link').count()).toBe(Number(numerator));
  await dialog.getByRole('link').first().click();
  await page.waitForURL(/\/\?q=.*division=511500/);
  await page.goBack();
  await expect.poll(() => page.getByLabel('地区（本级）').inputValue()).toBe('511500');
  await page.context().close();
});

test('bundles show what they save, each with its two bars, and open to their guides', async () => {
  const page = await studio.person('reviewer');
  await open(page, '?division=511502');
  const bundles = page.getByRole('table', { name: '每件：分开办理 → 合并办理' });
  expect(await bundles.getByRole('row').count()).toBe(4);
  const restaurant = bundles.getByRole('row', { name: /开办餐饮店/ });
  const [, apart, together] = /(\d+) → (\d+)\s*少/.exec((await restaurant.textContent())!)!;
  expect(Number(apart)).toBeGreaterThan(Number(together));
  const bars = await restaurant
    .locator('.bars span')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(bars[1]! / bars[0]!).toBeCloseTo(Number(together) / Number(apart), 1);
  await row(page, '并联节省的时间').getByRole('button').click();
  expect(await page.getByRole('dialog').getByRole('link', { name: '食品经营许可' }).count()).toBeGreaterThan(
    0,
  );
  await page.context().close();
});

test('a bar of the comparison narrows the report to it', async () => {
  const page = await studio.person('reviewer');
  await open(page);
  const comparison = page.getByRole('region', { name: '逐个比较' });
  await comparison.getByLabel('按').selectOption({ label: '部门' });
  await comparison.getByRole('button', { name: '宜宾市水利局' }).click();
  await expect.poll(() => page.url()).toContain('agency=yibin-water');
  expect(await row(page, '全部事项').textContent()).toContain('3 项');
  await page.context().close();
});

test('findings, ends and levels stand with their items', async () => {
  const page = await studio.person('reviewer');
  await open(page, '?division=511502');
  const ends = page.getByRole('table', { name: '临时许可及其到期日' });
  expect(await ends.getByRole('row').nth(1).textContent()).toMatch(/2023-06-30\s*已过 \d+ 天/);
  expect(await ends.getByRole('row').nth(2).textContent()).toMatch(/2099-06-30\s*还有 \d+ 天/);
  const levels = page.getByRole('region', { name: '上下级对照表' });
  expect(await levels.getByRole('row').nth(1).textContent()).toMatch(/食品经营许可\s*法定时限.*60 个工作日/s);
  const findings = page.getByRole('table', { name: '检查发现，按规则' });
  await findings.getByRole('button').first().click();
  expect(await page.getByRole('dialog').getByRole('listitem').count()).toBeGreaterThan(0);
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});

test.each([
  ['a desk by day', desk, 'light'],
  ['a desk by night', desk, 'dark'],
  ['a phone by day', phone, 'light'],
  ['a phone by night', phone, 'dark'],
] as const)('is sound at %s', async (_, options, colorScheme) => {
  const page = await studio.person('reviewer', { ...options, colorScheme });
  await open(page);
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(page.viewportSize()!.width);
  await row(page, '收费事项').getByRole('button').click();
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});

test('no page reported an error', () => {
  expect(studio.faults).toEqual([]);
});

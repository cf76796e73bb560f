import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleDir } from '../sampleCatalogue.ts';
import { axeViolations, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';

// The list of the catalogue in a real browser: found, walked, chosen, changed in many files at once.

let studio: OpenStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio(sampleDir);
  page = await studio.person('drafter');
  await rows().first().waitFor();
}, 120_000);
afterAll(async () => {
  await studio?.close();
});

const rows = () => page.locator('[role=row][data-index]');
const grid = () => page.getByRole('grid', { name: '事项目录' });
const search = (words: string) => page.getByRole('searchbox').fill(words);
const focused = () => page.evaluate<string | null>('document.activeElement.getAttribute("aria-rowindex")');

it('draws what is in sight, counts all, and keeps the focus on its row to the last and back', async () => {
  const all = Number(await grid().getAttribute('aria-rowcount'));
  expect(all).toBeGreaterThan(100);
  expect(await rows().count()).toBeLessThan(60);
  await rows().first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('3');
  await page.keyboard.press('End');
  await expect.poll(focused).toBe(String(all));
  // Scrolled away from, the row with the focus is still there.
  await page.evaluate('scrollTo(0, 0)');
  await page.locator('[aria-rowindex="2"]').waitFor();
  expect(await focused()).toBe(String(all));
  await page.keyboard.press('Home');
  await expect.poll(focused).toBe('2');
  // Into the row and out of it.
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.matches("a, button, input")')).toBe(true);
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('2');
});

it('finds by pinyin, sorts by a column, shows what columns one likes, and keeps all that by a name', async () => {
  await search('spjy');
  await expect.poll(() => page.locator('.count').innerText()).toMatch(/1 个事项/);
  expect(await rows().first().innerText()).toContain('食品经营许可');
  await page.getByRole('button', { name: /^承诺时限/ }).click();
  await expect.poll(() => rows().first().innerText()).toContain('翠屏区');
  await page.getByRole('button', { name: /^列/ }).click();
  await page.getByRole('checkbox', { name: '类型' }).check();
  await page.keyboard.press('Escape');
  expect(await grid().getByRole('columnheader', { name: /^类型/ }).count()).toBe(1);
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.locator('input[name=view]').fill('食品');
  await page.getByRole('button', { name: '存为视图' }).click();
  await page.getByRole('button', { name: '食品', exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '清除条件' }).click();
  await expect.poll(() => page.locator('.count').innerText()).not.toMatch(/ 1 个事项/);
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByRole('button', { name: '食品', exact: true }).click();
  await page.waitForURL(/q=spjy&sort=limits&columns=/);
  await expect.poll(() => page.locator('.count').innerText()).toMatch(/1 个事项/);
});

it('gives what is listed as a table', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /^导出/ })
      .click()
      .then(() => page.getByRole('button', { name: /CSV/ }).click()),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF?事项,层级,类型,地区/);
  expect(lines).toHaveLength(1 + Number(await page.locator('.count b').innerText()));
});

it('changes a field of what is selected, seen first, as one draft', async () => {
  await rows().first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('region', { name: '选中的文件' }).getByRole('button', { name: '批量修改…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '写到哪个字段' }).fill('承诺时限 数');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox').first().fill('4');
  await dialog.getByRole('button', { name: '预览' }).click();
  const plan = dialog.getByRole('region', { name: '预览' });
  await plan.waitFor({ timeout: 30_000 });
  expect(await plan.innerText()).toMatch(/将改 2 个文件[\s\S]*5\s*→\s*4[\s\S]*6\s*→\s*4/);
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '生成草稿' }).click();
  await page.waitForURL(/\/drafts\/[0-9A-Z]{26}\/review/);
  await page.getByRole('heading', { name: /批量修改/ }).waitFor({ timeout: 30_000 });
});

it('says what a renaming reaches, and begins a layer as another division has it', async () => {
  await page.goto(`${studio.server.url}/?q=spjy`);
  await page.getByRole('button', { name: /^更多：国家/ }).click();
  await page.getByRole('button', { name: '改标识…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=to]').fill('food-licence');
  await dialog.locator('textarea').fill('统一叫法');
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByRole('region', { name: '预览' }).waitFor({ timeout: 30_000 });
  expect(await dialog.innerText()).toMatch(/511502\/food-licence.yaml/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^更多：宜宾市/ }).click();
  await page.getByRole('button', { name: '采用：写本级规程…' }).click();
  expect(await dialog.locator('select[name=source] option:checked').innerText()).toContain('复制宜宾市');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('is a list of cards on a phone, with nothing over the side', async () => {
  const hand = await studio.person('drafter', phone);
  await hand.locator('[role=row][data-index]').first().waitFor();
  expect(await hand.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await axeViolations(hand)).toEqual([]);
  expect(studio.faults).toEqual([]);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { axeViolations, desk } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';

// What stands around every page: the search, the keys, the looks, the tour.

let studio: OpenStudio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio(await smallSample(['public-place-hygiene-licence', 'labour-dispatch-licence']));
  page = await studio.person('drafter', { ...desk, colorScheme: 'light' });
});
afterAll(async () => {
  expect(studio.faults).toEqual([]);
  await studio.close();
});

const palette = () => page.getByRole('combobox', { name: '找事项、草稿或命令' });
const theme = () => page.evaluate('document.documentElement.dataset.theme');

it('finds an item and a page by a few letters, and gives the focus back', async () => {
  await page.keyboard.press('Control+k');
  await palette().fill('劳务派遣');
  const options = page.getByRole('option');
  await expect.poll(() => options.count()).toBeGreaterThan(1);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  const second = await page.locator('[role=option][aria-selected=true]').innerText();
  expect(second).toContain('劳务派遣');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=labour-dispatch-licence/);
  await palette().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await palette().fill('jiandu');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/report/);
});

it('hears the keys that the sheet of keys shows', async () => {
  await page.keyboard.press('Alt+/');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  expect(await sheet.innerText()).toMatch(/搜索与命令\s+Ctrl\s*K/);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
});

it('is dark or light as one wishes, and stays so', async () => {
  expect(await theme()).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(theme).toBe('dark');
  await page.locator('.person').click();
  await page.getByLabel('浅色').check();
  expect(await theme()).toBe('light');
  await page.reload();
  expect(await theme()).toBe('light');
  await page.locator('.person').click();
  await page.getByLabel('深色').check();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('shows who comes first around in three steps, once', async () => {
  await page.goto(studio.server.url);
  await page.getByRole('button', { name: '带我看看' }).click();
  const card = page.getByRole('dialog', { name: '从一个事项开始' });
  await card.waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^起草修改/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: '同一份文字，几种看法' }).waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('dialog', { name: '写完就提交审核' }).waitFor();
  await page.getByRole('button', { name: '开始工作' }).click();
  await page.keyboard.press('Control+k');
  expect(await page.getByRole('listbox').innerText()).toMatch(/提交审核[\s\S]*三步上手/);
  await page.keyboard.press('Escape');
  await page.goto(studio.server.url);
  await page.getByRole('heading', { name: '事项目录' }).waitFor();
  expect(await page.getByRole('button', { name: '带我看看' }).count()).toBe(0);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DraftView } from '../../src/api/index.ts';
import { smallSample } from '../smallSample.ts';
import { axeViolations } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { ask } from './reviewing.ts';
import { edits } from './studio.ts';

// What a catalogue says of itself, made by choosing: the look of its site and its code lists, in one draft.

let studio: OpenStudio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio(await smallSample(['food-business-licence']));
  page = await studio.person('drafter');
});
afterAll(() => studio?.close());

it('the look of the site is chosen, judged and seen, and codes are changed with who uses them', async () => {
  await page.getByRole('link', { name: '设计' }).click();
  await page.getByRole('button', { name: '修改网站外观' }).click();
  const preview = page.frameLocator('.preview iframe');
  await preview.locator('.bar .home').waitFor();
  const { field, saved } = edits(page);
  const colour = (of: string) =>
    preview.locator('.bar').evaluate((bar, name) => getComputedStyle(bar).getPropertyValue(name), of);

  // A link too pale to read is told beside it, and the nearest colour is a click away.
  await field('/theme/light/link').fill('#4a90d9');
  const link = page.locator('.row', { has: field('/theme/light/link') });
  await expect.poll(() => link.locator('.ratio').innerText()).toContain('要 7:1');
  await link.getByRole('button', { name: '改成' }).click();
  await expect.poll(() => link.locator('.ratio').innerText()).not.toContain('要');
  await field('/theme/name').fill('宜宾办事指南');
  await expect.poll(() => preview.locator('.home').innerText()).toContain('宜宾办事指南');
  await page.getByRole('button', { name: '深色', exact: true }).click();
  await expect.poll(() => colour('background-color')).toBe('rgb(15, 74, 92)');
  await expect
    .poll(() => preview.locator('body').evaluate((one) => getComputedStyle(one).backgroundColor))
    .toBe('rgb(17, 25, 31)');
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('button', { name: '代码表', exact: true }).click();
  await page.getByRole('button', { name: /^主题/ }).click();
  const row = (code: string) => page.locator(`[data-code=${code}]`);
  await expect.poll(() => row('catering').locator('summary').innerText()).toBe('1 个文件');
  // What is used cannot be removed, only retired.
  expect(await row('catering').getByRole('button', { name: '删去' }).count()).toBe(0);
  await row('open-business').getByRole('button', { name: '停用' }).click();
  await row('open-business').getByLabel('停用理由').fill('并入一件事');
  await row('catering').getByRole('button', { name: '上移' }).press('Enter');
  await row('catering').getByRole('button', { name: '改代码' }).click();
  await page.getByLabel('新的代码').fill('eating-out');
  await page.getByRole('button', { name: '看要改哪些文件' }).click();
  await page.getByRole('button', { name: '改代码和 1 个文件' }).click();
  await expect.poll(() => row('eating-out').locator('summary').innerText()).toBe('1 个文件');
  expect(await axeViolations(page)).toEqual([]);
  await saved();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { contents } = await ask<DraftView>(page, 'GET', `/api/drafts/${id}`);
  const text = (path: string) => contents.find((one) => one.path === path)?.text;
  expect(text('000000/food-business-licence.yaml')).toContain('themes: [open-business, eating-out]');
  expect(text('catalogue.yaml')).toContain(
    '- id: eating-out\n      zh: 餐饮服务\n      en: catering\n    - id: open-business\n',
  );
  expect(text('catalogue.yaml')).toContain('retired: 并入一件事');
}, 30_000);

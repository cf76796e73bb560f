// A bundle in the studio: opened, edited in the form, previewed, and begun anew.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteCatalogue } from '../siteCatalogue.ts';
import { axeViolations } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin, edits } from './studio.ts';

const file = 'bundles/open-restaurant.yaml';

let studio: OpenStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio(await siteCatalogue());
  page = await studio.person('drafter');
});

afterAll(() => studio.close());

/** The page in the preview, once it has what is looked for. */
const preview = () => page.frameLocator('iframe');

test('is edited in the form, and the preview shows what that saves', async () => {
  await begin(page, file);
  const { field, chooseSection, saved } = edits(page);
  expect(await field('/name').inputValue()).toBe('开办餐饮店');
  await expect.poll(() => preview().locator('h1').innerText()).toBe('开办餐饮店');
  await field('/name').fill('开一家饭馆');
  await expect.poll(() => preview().locator('h1').innerText()).toBe('开一家饭馆');
  // The members stand in the preview as the division implements them.
  expect(await preview().locator('#members li').count()).toBe(3);
  await chooseSection('时限');
  await field('/limits/promised/value').fill('6');
  await expect.poll(() => preview().locator('.promised dd').innerText()).toContain('6 个工作日');
  await saved();
  expect(await axeViolations(page)).toEqual([]);
});

test('members are chosen from those that there are, and what is missing is found while one types', async () => {
  await begin(page, file);
  const { field, chooseSection } = edits(page);
  await chooseSection('牵头机关');
  await field('/lead/agency').waitFor();
  await chooseSection('联办环节');
  await page.locator('summary', { hasText: '联合踏勘' }).first().click();
  await field('/joint/0/lead').waitFor();
  expect(await field('/joint/0/lead').innerText()).toContain('fire');
  await field('/joint/0/days/value').fill('');
  await expect.poll(() => page.getByRole('region', { name: '检查结果' }).innerText()).toMatch(/1 个错误/);
});

test('a new one begins with what is required, and its name', async () => {
  await page.goto(studio.server.url);
  await page.getByRole('button', { name: '新建事项' }).click();
  await page.getByRole('radio', { name: /一件事/ }).check();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=name]').fill('开办药店');
  await dialog.locator('input[name=id]').fill('open-pharmacy');
  await dialog.getByRole('button', { name: '新建并编辑' }).click();
  const { field } = edits(page);
  await expect.poll(() => field('/name').inputValue()).toBe('开办药店');
  await expect.poll(() => preview().locator('h1').innerText()).toBe('开办药店');
});

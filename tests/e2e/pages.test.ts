// Every page of the studio, at a desk and on a phone, by day and by night, in either language: no axe violation,
// nothing sideways, nothing left in the other language.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { axeViolations, desk, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin, edits, signIn } from './studio.ts';

let studio: OpenStudio;
let draft: string;

beforeAll(async () => {
  studio = await openStudio(await smallSample());
  const page = await studio.person('drafter');
  draft = await begin(page, '000000/food-business-licence.yaml');
  await edits(page).field('/basics/everydayName').fill('开店的证');
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.waitForURL(/\/review$/);
  await page.context().close();
});

afterAll(async () => {
  expect(studio.faults).toEqual([]);
  await studio.close();
});

/** Each page, with a word of its heading in either language. */
const pages: [path: () => string, zh: string, en: string][] = [
  [() => '/', '目录', 'Catalogue'],
  [() => '/drafts', '草稿', 'Drafts'],
  [() => `/drafts/${draft}`, '食品经营许可', ''],
  [() => `/drafts/${draft}/review`, '食品经营许可', ''],
  [() => `/drafts/${draft}/opinions`, '意见书', 'pinion'],
  [() => '/import', '导入', 'Import'],
  [() => '/designer', '规则', 'Rules'],
  [() => '/report', '监督', 'Supervision'],
  [() => '/history?file=000000/food-business-licence.yaml', '食品经营许可', ''],
  [() => '/publish', '发布', 'Publish'],
  [() => '/account', '职责', 'Duties'],
  [() => '/no-such-page', '没有这个页面', 'No such page'],
];

/** Waits until the page has what it asked the server for. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const waits = page.locator('main').getByText(/载入中|Loading…/);
  await expect.poll(() => waits.count()).toBe(0);
}

async function expectSound(page: Page, name: string): Promise<void> {
  await settled(page);
  expect(await axeViolations(page), name).toEqual([]);
  const width = page.viewportSize()!.width;
  expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width);
}

test.each([
  ['at a desk by day, in Chinese', desk, 'light', 'zh'],
  ['at a desk by night, in English', desk, 'dark', 'en'],
  ['on a phone by day, in English', phone, 'light', 'en'],
  ['on a phone by night, in Chinese', phone, 'dark', 'zh'],
] as const)('every page is sound %s', async (_, options, colorScheme, language) => {
  const page = await (await studio.browser.newContext({ ...options, colorScheme })).newPage();
  page.on('pageerror', ({ message }) => studio.faults.push(message));
  await page.goto(`${studio.server.url}/signin`);
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await expectSound(page, 'sign in');
  await signIn(page, studio.server, 'administrator');
  for (const [path, zh, en] of pages) {
    await page.goto(studio.server.url + path());
    await expectSound(page, path());
    const heading = page.getByRole('heading', { level: 1 }).first();
    expect(await heading.textContent(), path()).toContain(language === 'zh' ? zh : en);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
  }
  await page.context().close();
});

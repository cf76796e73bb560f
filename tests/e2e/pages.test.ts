// Every page of the studio, at a desk and on a phone, by day and by night: no axe violation, nothing sideways.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, desk, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin, edits, signIn } from './studio.ts';

let studio: OpenStudio;
let draft: string;

beforeAll(async () => {
  studio = await openStudio();
  const page = await studio.person('drafter');
  draft = await begin(page, '000000/food-business-licence.yaml');
  await edits(page).field('/basics/everydayName').fill('开店的证');
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.waitForURL(/\/review$/);
  await page.context().close();
});

afterAll(() => studio.close());

async function expectSound(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await axeViolations(page), name).toEqual([]);
  const width = page.viewportSize()!.width;
  expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width);
}

describe.each([
  { size: 'at a desk', options: desk },
  { size: 'on a phone', options: phone },
])('$size', ({ options }) => {
  test.each(['light', 'dark'] as const)('every page is sound in the %s', async (colorScheme) => {
    const page = await (await studio.browser.newContext({ ...options, colorScheme })).newPage();
    await page.goto(`${studio.server.url}/signin`);
    await expectSound(page, 'sign in');
    await signIn(page, studio.server, 'reviewer');
    for (const path of [
      '/',
      '/drafts',
      `/drafts/${draft}`,
      `/drafts/${draft}/review`,
      '/import',
      '/report',
      '/publish',
      '/no-such-page',
    ]) {
      await page.goto(studio.server.url + path);
      await expectSound(page, path);
    }
    await page.context().close();
  });
});

test('in English, every page says its words in English', async () => {
  const page = await (await studio.browser.newContext(desk)).newPage();
  await page.goto(`${studio.server.url}/signin`);
  await page.locator('.person').click();
  await page.getByLabel('English').check();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Guicheng Studio');
  await signIn(page, studio.server, 'drafter');
  for (const [path, words] of [
    ['/', 'Catalogue'],
    ['/drafts', 'Drafts'],
    ['/import', 'Import'],
    ['/report', 'Supervision'],
    ['/publish', 'Publish'],
  ] as const) {
    await page.goto(studio.server.url + path);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain(words);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  }
  await page.context().close();
});

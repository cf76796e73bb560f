import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DraftView } from '../../src/api/index.ts';
import { smallSample } from '../smallSample.ts';
import { axeViolations } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { ask } from './reviewing.ts';
import { begin, edits } from './studio.ts';

// The English of an item, from no file to the page that the public reads, and kept with the Chinese from then on.

const item = 'hotel-special-trade-licence';
const base = `000000/${item}.yaml`;
const translation = `translations/en/${item}.yaml`;
let studio: OpenStudio;
let page: Page;
let signers: Record<'reviewer' | 'legal', Page>;
beforeAll(async () => {
  studio = await openStudio(await smallSample([item]));
  page = await studio.person('drafter');
  signers = { reviewer: await studio.person('reviewer'), legal: await studio.person('legal') };
});
afterAll(() => studio?.close());

const preview = () => page.frameLocator('.preview iframe');

/** Begins to watch the head above the lenses; answers with every height that it had since. */
async function headHeights(): Promise<() => Promise<number[]>> {
  const watched = await page.locator('.editor > .head').evaluateHandle((head) => {
    const heights = new Set<number>();
    new ResizeObserver(() => heights.add(head.getBoundingClientRect().height)).observe(head);
    return heights;
  });
  return () => watched.evaluate((heights) => [...heights]);
}

/** Submits what is written and has it signed by all that it needs. */
async function approve(): Promise<void> {
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.waitForURL(/\/review$/);
  const url = `/api/drafts/${new URL(page.url()).pathname.split('/')[2]}`;
  for (const [role, signer] of Object.entries(signers)) {
    const { tip, state } = await ask<DraftView>(signer, 'GET', url);
    if (state.kind !== 'merged')
      await ask(signer, 'POST', `${url}/acts`, { body: { kind: 'approve', role }, tip });
  }
  expect((await ask<DraftView>(page, 'GET', url)).state.kind).toBe('merged');
}

it('begins from the catalogue with every text of the item beside room for its English', async () => {
  await page.getByRole('button', { name: /^更多：国家.*旅馆业/ }).click();
  await page.getByRole('button', { name: '英文译文' }).click();
  await page.getByRole('heading', { name: '旅馆业特种行业许可（英文译文）' }).waitFor();
  const rows = page.locator('.translation .text');
  await rows.first().waitFor();
  expect(await rows.count()).toBeGreaterThan(80);
  await page.getByRole('button', { name: '没有译的' }).click();
  await page.getByLabel('事项名称').fill('Licence for hotels');
  await expect.poll(() => preview().locator('h1').innerText()).toBe('Licence for hotels');
  // What is filled in stays where it is until what to show is chosen anew.
  expect(await page.getByLabel('事项名称').inputValue()).toBe('Licence for hotels');
  expect(await page.locator('.translation').innerText()).toContain('已译 1 处');
  expect(await preview().locator('.lead').innerText()).toMatch(/营业前要取得特种行业许可证。 Chinese only$/);
});

it('leads from the page to the text, tells of each level, and can be used by all', async () => {
  await preview().locator('.lead [data-path]').click();
  const { field, saved } = edits(page);
  await expect.poll(() => field('/texts/1/en').evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.type('Hotels, inns and guest houses need this licence before they open.');
  await expect.poll(() => preview().locator('.lead').innerText()).toMatch(/^Hotels, inns .* open\.$/);
  await page.getByLabel('哪里的指南').selectOption({ label: '宜宾市' });
  await expect.poll(() => preview().locator('.aka').innerText()).toBe('旅馆业特种行业许可, 宜宾市');
  await saved();
  expect(await axeViolations(page)).toEqual([]);
});

it('is reviewed and published like any text, what is not translated in Chinese', async () => {
  await approve();
  const review = await page.locator('main').innerText();
  expect(review).toContain('旅馆业特种行业许可（英文译文）');
  expect(review).toContain('新增“旅馆业特种行业许可”');
  expect(review).toMatch(/事项名称\n旅馆业特种行业许可\nLicence for hotels\n/);
  expect(review).toMatch(/还有 \d+ 处没有译文/);
  expect(review).not.toContain('/materials/');
  const administrator = await studio.person('administrator');
  await ask(administrator, 'POST', '/api/publish', { body: {} });
  await page.goto(`${studio.server.url}/site/511500/${item}/en.html`);
  expect(await page.locator('h1').innerText()).toBe('Licence for hotels');
  expect(await page.locator('.lead').innerText()).toMatch(/^Hotels, inns .* open\.$/);
  expect(await page.locator('main').innerText()).toContain('Chinese only');
  expect(await page.locator('[data-path]').count()).toBe(0);
});

it('follows the item: what was changed and added there is told, and taken over when the English is right', async () => {
  await page.goto(studio.server.url);
  await begin(page, base);
  const { field, chooseSection, saved } = edits(page);
  await chooseSection('基本信息');
  await field('/basics/summary').fill('开宾馆、民宿前要取得许可证。');
  await page.getByRole('button', { name: '英文译文' }).click();
  await page.getByRole('heading', { name: '旅馆业特种行业许可（英文译文）' }).waitFor();
  expect(new URL(page.url()).searchParams.get('file')).toBe(translation);
  await page.getByRole('button', { name: '中文改过的 1' }).click();
  const row = page.locator('.translation .text');
  await expect.poll(() => row.count()).toBe(1);
  expect(await row.innerText()).toContain('开宾馆、民宿前要取得许可证。');
  await expect.poll(() => preview().locator('.lead').innerText()).toMatch(/^开宾馆.*Chinese only$/);
  const heights = await headHeights();
  await field('/texts/1/en').fill('Hotels and guest houses need this licence.');
  await page.getByRole('button', { name: /^英文已照现在的中文/ }).click();
  await expect
    .poll(() => preview().locator('.lead').innerText())
    .toBe('Hotels and guest houses need this licence.');
  await page.getByRole('button', { name: '中文改过的 0' }).waitFor();
  await saved();
  // A button that moved under the cursor was not clicked.
  expect(await heights()).toEqual([expect.any(Number)]);
  await approve();
});

it('nothing went wrong on any page', () => expect(studio.faults).toEqual([]));

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';

// A whole item written by who has a keyboard and nothing else: no click, no `fill`, no `focus` in this file.

let studio: OpenStudio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio(await smallSample(['public-place-hygiene-licence']));
  page = await studio.person('drafter');
});
afterAll(async () => {
  expect(studio.faults).toEqual([]);
  await studio.close();
});

interface Focus {
  /** JSON Pointer of the field in the file. */
  field: string;
  control: 'button' | 'checkbox' | 'radio' | 'select' | 'number' | 'text' | 'other';
  /** Words of a button. */
  words: string;
}

const press = (key: string) => page.keyboard.press(key);

/** Where the keys go to now. */
function focus(): Promise<Focus> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    const field = at.closest('[id^="f/"]')?.id ?? '';
    const control =
      at.tagName === 'BUTTON' ? 'button'
      : at.tagName === 'SELECT' ? 'select'
      : at.type === 'checkbox' || at.type === 'radio' ? at.type
      : at.inputMode === 'numeric' || at.inputMode === 'decimal' ? 'number'
      : at.tagName === 'INPUT' || at.tagName === 'TEXTAREA' ? 'text'
      : 'other';
    return { field: field.slice(1), control, words: at.innerText };
  })()`);
}

/** Goes on by Tab until `is` holds. */
async function tabTo(is: (at: Focus) => boolean): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (is(await focus())) return;
    await press('Tab');
  }
  throw new Error('Tab does not lead there');
}

/** The finding that F8 went to. */
const current = () => page.locator('.findings li[aria-current]');
const errors = () => page.locator('.findings li', { hasText: '错误' }).count();

/** What fits into a field; of a choice, how far down it stands. */
const answers: [field: RegExp, answer: string | number][] = [
  [/^\/basics\/basicCode$/, '000199999000'],
  [/^\/basics\/handling$/, 2],
  [/\/law$/, '行政许可法'],
  [/\/article$/, '12'],
  [/\/(originals|copies)$/, '1'],
];

async function answer({ field, control }: Focus): Promise<void> {
  // The steps from acceptance to delivery stand in the choice in their order.
  const step = /^\/procedure\/steps\/(\d)\/kind$/.exec(field)?.[1];
  const given = step !== undefined ? Number(step) + 1 : answers.find(([pattern]) => pattern.test(field))?.[1];
  switch (control) {
    case 'button':
      return press('Enter');
    case 'checkbox':
      return press('Space');
    case 'radio':
      return press('ArrowDown');
    case 'select':
      for (let i = 0; i < (typeof given === 'number' ? given : 1); i++) await press('ArrowDown');
      return;
    case 'number':
      return page.keyboard.type(String(given ?? '5'));
    case 'text':
      await page.keyboard.insertText(String(given ?? '按规定办理'));
      if (!field.endsWith('/law')) return;
      await page.locator('[role=option]:visible').first().waitFor();
      await press('ArrowDown');
      return press('Enter');
    case 'other':
      // The finding is about a list that lacks an element.
      await tabTo(({ control: at, words }) => at === 'button' && words.startsWith('添加一项'));
      return press('Enter');
  }
}

/** Waits until the check has seen what was done last. */
async function checked(): Promise<void> {
  await page.waitForTimeout(150); // it begins when keys rest
  await page.locator('.findings[aria-busy="false"]').waitFor();
}

const button = (name: string) => (at: Focus) => at.control === 'button' && at.words.includes(name);

it('is begun, filled in, mended by F8 and submitted', async () => {
  await page.getByRole('button', { name: '新建事项' }).waitFor();
  await tabTo(button('新建事项'));
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(({ control }) => control === 'text');
  await page.keyboard.insertText('键盘许可');
  await press('Tab');
  await page.keyboard.insertText('keyboard-licence');
  await press('Enter');
  await page.waitForURL(/\/drafts\//);
  await page.locator('.findings .head', { hasText: '个错误' }).waitFor();
  await press('F8');
  for (let i = 0; i < 150 && (await errors()) > 0; i++) {
    const said = await current().innerText();
    if (said.startsWith('错误')) {
      await answer(await focus());
      await checked();
    }
    await press('F8');
    await expect.poll(() => current().count()).toBe(1);
  }
  expect(await errors()).toBe(0);
  await press('Control+k');
  await page.getByRole('dialog', { name: '搜索与命令' }).waitFor();
  await page.keyboard.insertText('提交审核');
  await press('Enter');
  await page.waitForURL(/\/review$/);
  await page.getByRole('heading', { level: 1, name: '键盘许可' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('审核中');
});

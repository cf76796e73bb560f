// The procedure lens and the preview: steps drawn by mouse and by keyboard, the guide on every device.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { axeViolations } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin, edits } from './studio.ts';

const base = '000000/urban-road-excavation-permit.yaml';
const layer = '511500/urban-road-excavation-permit.yaml';

let studio: OpenStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio(await smallSample(['urban-road-excavation-permit']));
  page = await studio.person('drafter');
});

afterAll(() => studio.close());

const box = (name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${name}\\s*，第 \\d+ 步`) });
const lens = (name: string): Locator =>
  page.getByRole('group', { name: '显示' }).getByRole('button', { name });
const rows = (): Promise<string[]> =>
  page.locator('.place').evaluateAll((all) => all.map((one) => one.getAttribute('data-step')!));

/** The steps as the source says them, a line each. */
async function stored(id: string): Promise<string> {
  await edits(page).saved();
  return page.evaluate(
    async ([draft, file]) => {
      const view = (await (await fetch(`/api/drafts/${draft}`)).json()) as {
        contents: { path: string; text: string }[];
      };
      return view.contents.find((one) => one.path === file)!.text;
    },
    [id, base] as const,
  );
}

test('steps are drawn by keyboard and by mouse; the text changes where they do', async () => {
  const id = await begin(page, base);
  const before = await stored(id);
  await lens('源码').click();
  await lens('流程').click();

  // Walked along the critical path, in whose order they are read out.
  await box('受理').focus();
  expect((await rows()).slice(0, 2)[0]).toBe('accept');
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/送达/);

  // A step after the decision, named and given its days in place.
  await box('决定').focus();
  await page.keyboard.press('n');
  await page.locator('[data-first]:focus').fill('公示结果');
  await page.getByLabel('时限', { exact: true }).fill('3');
  await page.keyboard.press('Enter');
  await box('公示结果').waitFor();
  const added = await stored(id);
  expect(added).toContain('name: 公示结果');
  expect(added).toMatch(/id: deliver[\s\S]*after: \[step-1\]/);
  // Of what was there only the line that now says another step has changed.
  expect(before.split('\n').filter((line) => !added.includes(line))).toEqual(['      after: [decide]']);

  // A circle is refused in words, and nothing is written.
  await box('公示结果').focus();
  await page.keyboard.press('c');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.locator('.refused[role=alert]').innerText())
    .toMatch(/绕成圈.*公示结果 → 受理/);
  expect(await stored(id)).toBe(added);

  // Taken out again by the keyboard; what stood around it is joined.
  await box('公示结果').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => rows()).not.toContain('step-1');
  expect(await stored(id)).toBe(before);

  // A line drawn with the mouse, and undone with the rest.
  const [from, to] = [await box('现场勘查').boundingBox(), await box('交通影响审查').boundingBox()];
  await box('现场勘查').hover();
  const handle = await page.locator('[data-step=site] .handle').boundingBox();
  await page.mouse.move(handle!.x + 12, handle!.y + 12);
  await page.mouse.down();
  await page.mouse.move(to!.x + 40, to!.y + 40, { steps: 4 });
  await page.mouse.up();
  expect(from).not.toBeNull();
  await expect.poll(() => stored(id)).toMatch(/id: traffic[\s\S]*?after: \[accept, site\]/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => stored(id)).toBe(before);

  expect(await axeViolations(page)).toEqual([]);

  // The same acts in the list.
  await page.getByRole('button', { name: '列表' }).click();
  await page.getByRole('button', { name: '断开：送达不再等决定' }).click();
  await expect.poll(() => stored(id)).not.toContain('after: [decide]');
  await page.keyboard.press('Control+z');
  await expect.poll(() => stored(id)).toBe(before);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '画图' }).click();

  // A click leads to the field.
  await box('现场勘查').focus();
  await page.keyboard.press('f');
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    )
    .toMatch(/^f\/procedure\/steps\/3/);
});

test('a layer shortens what stands above, and is told what it may not do', async () => {
  await begin(page, layer);
  await box('受理').focus();
  await page.keyboard.press('n');
  await expect.poll(() => page.locator('.refused[role=alert]').innerText()).toContain('本级不能增加环节');
  await box('市政设施审查').dblclick();
  expect(await page.getByLabel('名称', { exact: true }).getAttribute('readonly')).not.toBeNull();
  await page.getByLabel('时限', { exact: true }).fill('2');
  // What is typed and not given yet stays where the step is drawn anew.
  for (const newValue of ['en', 'zh'])
    await page.evaluate(
      `dispatchEvent(new StorageEvent('storage', { key: 'guicheng.language', newValue: '${newValue}' }))`,
    );
  expect(await page.getByLabel('时限', { exact: true }).inputValue()).toBe('2');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^市政设施审查\s*，第 \d+ 步.*2 个工作日/ }).waitFor();
});

test('the preview keeps its case and its last good page, and is seen on every device', async () => {
  await begin(page, base);
  const inside = page.frameLocator('iframe');
  await inside.locator('h1').waitFor();
  for (const name of ['手机', '平板', '电脑', '打印']) {
    await page.getByRole('button', { name, exact: true }).click();
    expect(await inside.locator('#steps').count()).toBe(1);
  }
  expect(await inside.locator('.toc').isVisible()).toBe(false);
  await page.getByRole('button', { name: '占满' }).click();
  const chooser = page.locator('.case select').first();
  const [, second] = await chooser.locator('option').allInnerTexts();
  await chooser.selectOption({ index: 1 });
  expect(second).toBeDefined();
  await edits(page).field('/basics/everydayName').fill('挖路');
  await expect.poll(() => inside.locator('main').innerText()).toContain('挖路');
  expect(await inside.locator('#questions fieldset').first().locator('input').nth(1).isChecked()).toBe(true);
  expect(studio.faults).toEqual([]);
});

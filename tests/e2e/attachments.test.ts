// A form goes with its item from the editor through the review to the public page.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { axeViolations, desk, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin, edits } from './studio.ts';

const item = '000000/forest-felling-licence.yaml';
const stored = 'forms/forest-felling-licence-result-sample.png';

let studio: OpenStudio;
let draft: string;

beforeAll(async () => {
  studio = await openStudio(await smallSample(['forest-felling-licence']));
});
afterAll(() => studio.close());

/** A picture as the browser itself makes one. */
async function picture(page: Page, words: string): Promise<Buffer> {
  const drawing = await page.context().newPage();
  await drawing.setContent(`<h1>${words}</h1>`);
  const png = await drawing.screenshot({ type: 'png', clip: { x: 0, y: 0, width: 320, height: 120 } });
  await drawing.close();
  return png;
}

test('the drafter uploads a picture, is told what is not taken, and sees the field and the preview change', async () => {
  const page = await studio.person('drafter');
  draft = await begin(page, item);
  const { chooseSection, field, saved } = edits(page);
  await chooseSection('审批结果');
  const control = field('/result/sample');
  await control.scrollIntoViewIfNeeded();
  const choose = (name: string, buffer: Buffer) =>
    control.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });

  await choose('样本.gif', Buffer.from('GIF89a'));
  await expect.poll(() => control.getByRole('alert').textContent()).toContain('“样本.gif”的类型不收');
  await choose('样本.png', Buffer.from('GIF89a'));
  await expect.poll(() => control.getByRole('alert').textContent()).toContain('内容却不是');

  await choose('林木采伐许可证样本.png', await picture(page, '样本 甲'));
  await control.getByText('新上传').waitFor();
  await expect.poll(() => control.getByRole('link').textContent()).toContain('result-sample.png');
  await page.frameLocator('iframe').getByText('结果样本').waitFor();
  await saved();
  expect(await axeViolations(page)).toEqual([]);

  // Chosen away it is offered back; undone it is used again.
  await control.getByRole('button', { name: '不用附件' }).click();
  await page.getByText('上传了但没有用到').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('上传了但没有用到').waitFor({ state: 'detached' });
  await control.getByRole('button', { name: '选用已有的' }).click();
  expect(await axeViolations(page)).toEqual([]);
  await control.getByRole('button', { name: '选用已有的' }).click();

  // Another version takes its place under the same name.
  await choose('新.png', await picture(page, '样本 乙'));
  await expect.poll(() => control.getByRole('link').textContent()).toContain('result-sample.png');
  await saved();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.waitForURL(/\/review$/);
  await page.context().close();
});

test('the reviewers see the picture and where it is used, at a desk and on a phone', async () => {
  for (const [user, device] of [
    ['reviewer', desk],
    ['legal', phone],
  ] as const) {
    const page = await studio.person(user, device);
    await page.goto(`${studio.server.url}/drafts/${draft}/review`);
    await page.getByText('新增附件').waitFor();
    const shown = page.getByRole('img', { name: /result-sample/ });
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
    expect(await page.getByRole('list', { name: '用在' }).textContent()).toContain('结果样本');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^同意/ }).click();
    await page.getByText(/^✓\s*已签批/).waitFor();
    await page.context().close();
  }
});

test('the public gets it with the guide', async () => {
  const page = await studio.person('administrator');
  await page.goto(`${studio.server.url}/publish`);
  await page.getByRole('button', { name: /^发布/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /发布|确认/ })
    .click();
  await expect
    .poll(async () => (await fetch(`${studio.server.url}/site/${stored}`)).status, { timeout: 60_000 })
    .toBe(200);
  const guide = await fetch(`${studio.server.url}/site/511502/forest-felling-licence.html`);
  expect(await guide.text()).toContain(`../${stored}`);
});

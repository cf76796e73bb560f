// The editor: one text under its lenses, and nothing lost.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { axeViolations, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin, edits } from './studio.ts';

const base = '000000/urban-road-excavation-permit.yaml';
const layer = '511500/urban-road-excavation-permit.yaml';

let studio: OpenStudio;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  studio = await openStudio(await smallSample(['labour-dispatch-licence', 'urban-road-excavation-permit']));
  page = await studio.person('drafter');
  context = page.context();
});

afterAll(() => studio.close());

beforeEach(async () => {
  await context.unrouteAll();
});

/** The file as the server has it. */
function stored(id: string, path: string): Promise<string> {
  return page.evaluate(
    async ([draft, file]) => {
      const view = (await (await fetch(`/api/drafts/${draft}`)).json()) as {
        contents: { path: string; text: string }[];
      };
      return view.contents.find((one) => one.path === file)!.text;
    },
    [id, path] as const,
  );
}

/** The value of `key` in a group of the file, with what stands before it as the first group. */
const value = (key: string) => new RegExp(`(\\n {2}${key}: ).*`);

describe('one text under every lens', () => {
  test('a field emptied in the form leaves the file, and undo brings back every byte', async () => {
    const id = await begin(page, base);
    const before = await stored(id, base);
    const { field, saved } = edits(page);
    await field('/basics/everydayName').fill('');
    await expect.poll(() => stored(id, base)).not.toContain('everydayName');
    expect((await stored(id, base)).split('\n')).toHaveLength(before.split('\n').length - 1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => stored(id, base)).toBe(before);
    await saved();
  });

  test('a finding says why: what its rule asks, by which article, and a case that breaks it', async () => {
    await begin(page, base);
    const { chooseSection, field } = edits(page);
    await chooseSection('办理时限');
    await field('/limits/promised/value').fill('30');
    const findings = page.getByRole('region', { name: '检查结果' });
    await findings.getByText('2 个错误').click();
    await findings.getByRole('button', { name: '为什么 promised-within-statutory' }).click();
    const text = await findings.locator('li', { hasText: 'promised-within-statutory' }).innerText();
    expect(text).toContain('承诺时限不得长于法定时限');
    expect(text).toContain('《中华人民共和国行政许可法》第四十二条');
    await findings.getByText('有问题的例子').click();
    expect(await findings.locator('pre').innerText()).toContain('promised:');
    expect(await axeViolations(page)).toEqual([]);
  });

  test('what is typed in the source shows in the form, and undo goes back across both', async () => {
    const id = await begin(page, base);
    const before = await stored(id, base);
    const { chooseSection, field, retype } = edits(page);
    await chooseSection('办理时限');
    const promised = field('/limits/promised/value');
    const first = await promised.inputValue();
    await retype('promised: {value: ', first, '9');
    await expect.poll(() => promised.inputValue()).toBe('9');
    await promised.fill('7');
    await expect.poll(() => stored(id, base)).toContain('promised: {value: 7');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => promised.inputValue()).toBe('9');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => promised.inputValue()).toBe(first);
    await expect.poll(() => stored(id, base)).toBe(before);
  });

  test('an id gets another name in all files at once, and undo takes it back here; a field leads to its article', async () => {
    const id = await begin(page, base);
    const before = await stored(id, base);
    await edits(page).chooseSection('办理程序');
    await page
      .getByRole('button', { name: /行政许可法》第三十条/ })
      .first()
      .click();
    const article = page.getByRole('complementary', { name: '法条' });
    expect(await article.innerText()).toMatch(/第三十条[\s\S]*申请书示范文本/);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await article.waitFor({ state: 'detached' });
    await page.locator('.element summary').first().click();
    await edits(page).field('/procedure/steps/0/id').focus();
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=to]').fill('take-in');
    await page.keyboard.press('Enter');
    await dialog.getByRole('region', { name: '预览' }).waitFor({ timeout: 30_000 });
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '全部改好' }).click();
    await dialog.waitFor({ state: 'detached', timeout: 30_000 });
    const after = await stored(id, base);
    expect(after).toContain('id: take-in');
    expect(after).toMatch(/after: \[take-in\]/);
    expect(after.split('\n')).toHaveLength(before.split('\n').length);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => stored(id, base)).toBe(before);
  });

  test('a broken source pauses the form and is kept as it is', async () => {
    const id = await begin(page, base);
    const heading = page.frameLocator('iframe').locator('h1');
    await heading.waitFor();
    await edits(page).retype('basics', ':', '');
    await expect.poll(() => page.locator('.pane.form').textContent()).toContain('源码有错误');
    // The preview keeps the page as it last could be made, and says so.
    await page.locator('.preview', { hasText: '最近一次能读的页面' }).waitFor();
    expect(await heading.innerText()).toBe('挖掘城市道路审批');
    await expect.poll(() => stored(id, base)).toContain('\nbasics\n');
    await expect.poll(() => page.locator('.findings .head').textContent()).toContain('错误');
    // The form says which line it is, and leads there even where the source is not shown.
    const line = (await stored(id, base)).split('\n').indexOf('basics') + 1;
    await page.locator('.pane.form .broken b', { hasText: `第 ${line} 行` }).waitFor();
    await page.getByRole('button', { name: '源码', exact: true }).click();
    await page.locator('.pane.source').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `到源码第 ${line} 行` }).click();
    await page.locator('.source .selected-text').first().waitFor();
    // What is wrong is selected; to its left is where it begins.
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('.source .caret').textContent()).toContain(`第 ${line} 行`);
  });

  test('an error is shown at the field, in the source, in the preview and in the list', async () => {
    await begin(page, base);
    const { chooseSection, field } = edits(page);
    await chooseSection('办理时限');
    await field('/limits/promised/value').fill('30');
    await page.locator('.field.wrong .note.error').first().waitFor();
    await page.frameLocator('iframe').locator('[data-finding=error]').first().waitFor();
    await page.locator('.findings .head').click();
    await page
      .locator('.findings li')
      .filter({ hasText: '承诺时限' })
      .first()
      .getByRole('button')
      .first()
      .click();
    await page.locator('.source .squiggly-error').first().waitFor();
    // Each lens scrolls inside itself; the page around them stays.
    expect(await page.evaluate('[scrollY, document.documentElement.scrollHeight - innerHeight]')).toEqual([
      0, 0,
    ]);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('a click on the preview goes to its field', async () => {
    await begin(page, base);
    await page.frameLocator('iframe').locator('[data-path^="/fees"]').first().click();
    await expect.poll(() => page.locator('nav.list [aria-current]').textContent()).toContain('收费');
  });
});

describe('a layer', () => {
  test('shows what it inherits, overrides it and restores it', async () => {
    const id = await begin(page, layer);
    const before = await stored(id, layer);
    const { chooseSection, field } = edits(page);
    await chooseSection('办理时限');
    await page
      .locator('[data-field="f/overlay/limits/promised"]')
      .getByRole('button', { name: /改写/ })
      .click();
    await field('/overlay/limits/promised/value').fill('6');
    await expect.poll(() => stored(id, layer)).toContain('value: 6');
    await page
      .locator('[data-field="f/overlay/limits/promised"]')
      .getByRole('button', { name: /恢复上级/ })
      .click();
    await expect.poll(() => stored(id, layer)).toBe(before);
  });
});

describe('a new file', () => {
  test('of a division that adopts an item by a line begins from the catalogue and says one thing', async () => {
    await page.goto(studio.server.url);
    await page.getByRole('button', { name: /新建/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('已有事项的本级规程').click();
    await dialog.locator('select[name=item]').selectOption({ label: '挖掘城市道路审批' });
    await dialog.locator('select[name=division]').selectOption({ label: '四川省' });
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '新建并编辑' }).click();
    await page.waitForURL(/\/drafts\/[0-9A-Z]{26}\?file=510000/, { timeout: 30_000 });
    const id = /[0-9A-Z]{26}/.exec(page.url())![0];
    const file = '510000/urban-road-excavation-permit.yaml';
    expect(await stored(id, '510000/adopt.yaml')).toContain('id: urban-road-excavation-permit');
    await edits(page).chooseSection('服务');
    await edits(page).field('/overlay/service/hours').fill('工作日 9:00–17:00');
    await expect.poll(() => stored(id, file)).toContain('hours: 工作日 9:00–17:00');
    await expect.poll(() => page.locator('.findings .head').textContent()).toContain('没有发现问题');
  });
});

describe('a file that is no item', () => {
  test('is found in the catalogue and written in the same form: a city adopts one item more', async () => {
    await page.goto(studio.server.url);
    await page.locator('summary', { hasText: '其他文件' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: '510000/adopt.yaml' })
      .getByRole('button', { name: /起草修改/ })
      .click();
    await page.waitForURL(/\/drafts\/[0-9A-Z]{26}$/);
    const id = page.url().split('/').at(-1)!;
    await edits(page).chooseSection('实施的事项');
    await page.getByRole('button', { name: /添加一项/ }).click();
    await page.locator('input[id^="f/items/"][id$="/id"]').last().fill('urban-road-excavation-permit');
    await expect.poll(() => stored(id, '510000/adopt.yaml')).toContain('id: urban-road-excavation-permit');
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('a draft that came back', () => {
  test('says why, and what was said of which field, where it is mended', async () => {
    const id = await begin(page, '000000/labour-dispatch-licence.yaml');
    await edits(page).field('/basics/everydayName').fill('派遣证');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.waitForURL(/\/review$/);
    const reviewer = await studio.person('reviewer');
    await reviewer.goto(`${studio.server.url}/drafts/${id}/review`);
    await reviewer.getByRole('button', { name: /^退回/ }).click();
    await reviewer.getByRole('dialog').locator('textarea').fill('俗称请用群众的叫法。');
    await reviewer.getByRole('dialog').getByRole('button', { name: /退回/ }).click();
    await reviewer.getByText('已退回').first().waitFor();
    await page.goto(`${studio.server.url}/drafts/${id}`);
    await page.getByText('俗称请用群众的叫法。').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await reviewer.context().close();
  });
});

describe('nothing is lost', () => {
  test('what the server never got is there when the page is opened again', async () => {
    const id = await begin(page, base);
    await context.route('**/files/**', (route) => route.abort());
    await edits(page).field('/basics/summary').fill('断网时写下的一句话。');
    await page.locator('[role=status]', { hasText: '连不上服务器' }).waitFor();
    const other = await context.newPage();
    await page.close({ runBeforeUnload: false });
    page = other;
    await context.unrouteAll();
    await page.goto(`${studio.server.url}/drafts/${id}`);
    await expect.poll(() => edits(page).field('/basics/summary').inputValue()).toBe('断网时写下的一句话。');
    await expect.poll(() => stored(id, base)).toContain('断网时写下的一句话。');
  });

  test('two browsers, one item, different fields: both are there in both, and undo takes back only mine', async () => {
    const id = await begin(page, base);
    const before = await stored(id, base);
    const second = await studio.person('drafter');
    await second.goto(`${studio.server.url}/drafts/${id}`);
    await second.locator('.findings').waitFor();
    await edits(page).field('/basics/everydayName').fill('第一个人写的');
    await expect.poll(() => stored(id, base)).toContain('第一个人写的');
    await edits(second).field('/basics/summary').fill('第二个人写的。');
    await second.getByRole('status').filter({ hasText: '已合并进来' }).waitFor();
    expect(await edits(second).field('/basics/everydayName').inputValue()).toBe('第一个人写的');
    await expect.poll(() => stored(id, base)).toContain('第二个人写的。');
    const both = await stored(id, base);
    expect(both).toBe(
      before.replace(value('everydayName'), '$1第一个人写的').replace(value('summary'), '$1第二个人写的。'),
    );
    await second.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => stored(id, base)).not.toContain('第二个人写的。');
    expect(await stored(id, base)).toBe(before.replace(value('everydayName'), '$1第一个人写的'));
    await second.context().close();
  });

  test('two browsers, one field: the later sees all three texts, and chooses field by field', async () => {
    const id = await begin(page, base);
    const second = await studio.person('drafter');
    await second.goto(`${studio.server.url}/drafts/${id}`);
    await second.locator('.findings').waitFor();
    await edits(page).field('/basics/everydayName').fill('第一个人写的名');
    await edits(page).field('/basics/summary').fill('第一个人写的话。');
    await expect.poll(() => stored(id, base)).toContain('第一个人写的话。');
    await edits(second).field('/basics/summary').fill('第二个人写的话。');
    const screen = second.getByRole('alert').filter({ hasText: '别人同时改了这里' });
    const field = screen.getByRole('group', { name: '一句话说明' });
    await field.waitFor();
    expect(await field.innerText()).toMatch(/原来[^]*对方\s*第一个人写的话。[^]*我的\s*第二个人写的话。/);
    expect(await axeViolations(second)).toEqual([]);
    expect(await stored(id, base)).not.toContain('第二个人写的');
    const merge = screen.getByRole('button', { name: '按所选合并' });
    expect(await merge.isDisabled()).toBe(true);
    await screen.getByText('原来的内容').click();
    await field.getByRole('radio', { name: '我的' }).check();
    await merge.click();
    await expect.poll(() => stored(id, base)).toContain('第二个人写的话。');
    expect(await stored(id, base)).toContain('第一个人写的名');
    await edits(second).saved();
    await second.context().close();
  });
});

describe('on a phone', () => {
  test('form, source and preview one at a time, without scrolling sideways', async () => {
    const narrow = await studio.person('drafter', phone);
    const id = await begin(narrow, base);
    for (const lens of ['表单', '源码', '预览']) {
      await narrow.getByRole('button', { name: lens, exact: true }).click();
      expect(await narrow.evaluate('document.documentElement.scrollWidth'), lens).toBeLessThanOrEqual(390);
      expect(await axeViolations(narrow), lens).toEqual([]);
    }
    await narrow.getByRole('button', { name: '源码', exact: true }).click();
    const source = narrow.locator('.source textarea');
    const text = await source.inputValue();
    await source.fill(text.replace('挖路许可', '挖马路'));
    await expect.poll(() => stored(id, base)).toBe(text.replace('挖路许可', '挖马路'));
    await source.fill(text.replace('basics:', 'basics'));
    await narrow.getByRole('button', { name: '表单', exact: true }).click();
    await narrow.getByRole('button', { name: /^到源码第 \d+ 行$/ }).click();
    const cursor = 'document.activeElement.value.slice(document.activeElement.selectionStart)';
    await expect.poll(() => narrow.evaluate(cursor)).toMatch(/^basics\n/);
  });
});

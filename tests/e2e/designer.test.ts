import { execFileSync } from 'node:child_process';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DraftView } from '../../src/api/index.ts';
import { readCatalogue } from '../../src/catalogue/index.ts';
import { exportTables } from '../../src/exchange/export/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Plain } from '../../src/model/edit.ts';
import { smallSample } from '../smallSample.ts';
import { axeViolations } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { ask } from './reviewing.ts';
import { begin, edits } from './studio.ts';

// What the keeper of a catalogue does without a programmer: a rule and a field, from nothing to where they count.

let studio: OpenStudio;
let drafter: Page;
let signers: Record<'reviewer' | 'legal', Page>;
beforeAll(async () => {
  const items = ['food-business-licence', 'hotel-special-trade-licence', 'labour-dispatch-licence'];
  const files = await smallSample(items, { allLaws: true });
  // A catalogue that has no fields of its own yet.
  files.delete('extension/item.yaml');
  for (const [path, bytes] of files)
    if (path.endsWith('/food-business-licence.yaml'))
      files.set(
        path,
        Buffer.from(
          Buffer.from(bytes)
            .toString()
            .replace(/^ +x-.*\n/gm, ''),
        ),
      );
  studio = await openStudio(files);
  drafter = await studio.person('drafter');
});
afterAll(() => studio?.close());

/** Chooses in a control that is searched, or in a plain list of choices. */
async function choose(control: Locator, words: string): Promise<void> {
  if ((await control.getAttribute('role')) !== 'combobox') {
    await control.selectOption({ label: words });
    return;
  }
  await control.click();
  await control.fill(words);
  await control.page().locator('[role=listbox] [role=option]').first().waitFor();
  await control.press('Enter');
}

it('a rule is made by choosing, judged as it is written, and says which items it speaks of', async () => {
  const page = drafter;
  await page.getByRole('link', { name: '设计' }).click();
  await page.getByRole('button', { name: '新规则' }).click();
  await page.fill('input[name=title]', '材料都有填写说明');
  await page.fill('input[name=id]', 'material-has-notes');
  await page.getByRole('button', { name: '开始写' }).click();
  const designer = page.locator('.designer');
  await designer.waitFor();

  const label = (name: string) => designer.getByLabel(name, { exact: true });
  await choose(label('看什么'), '申请材料 · 材料');
  await choose(label('要符合：字段'), '填报须知');
  await label('要符合：怎样比较').selectOption('present');
  await expect
    .poll(() => designer.locator('.sentence').innerText())
    .toBe('材料里的每一项，都要：填报须知已填写。');
  const { field, saved } = edits(page);
  await field('/why/zh').fill('不知道怎样填，就要多跑一趟。');
  await field('/message/zh').fill('材料没有填写说明。请写明怎样填。');
  await field('/message/en').fill('A material has no notes. Say how to fill it in.');

  // The cases are judged at once, and again when the rule changes.
  await page.getByRole('button', { name: '添加没有问题的例子' }).click();
  const good = designer.locator('.case').first();
  await expect
    .poll(() => good.locator('.verdict').innerText())
    .toContain('应当没有发现，却说：材料没有填写说明');
  await good.getByLabel('填报须知').fill('用黑色笔。');
  await expect.poll(() => good.locator('.verdict').innerText()).toContain('没有发现，正该如此');
  await page.getByRole('button', { name: '添加有问题的例子' }).click();
  const bad = designer.locator('.case').nth(1);
  await expect.poll(() => bad.locator('.verdict').innerText()).toContain('说：材料没有填写说明。');
  await bad.getByRole('button', { name: '记下发现的位置' }).click();
  await label('要符合：怎样比较').selectOption('absent');
  await expect.poll(() => good.locator('.verdict').innerText()).toContain('却说');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => good.locator('.verdict').innerText()).toContain('没有发现，正该如此');

  const reach = designer.locator('.reach');
  await expect.poll(() => reach.locator('.sum').innerText()).toMatch(/现在会有 \d+ 个发现，在 \d+ 个文件里/);
  await expect.poll(() => reach.locator('li').first().innerText()).toMatch(/食品经营许可|旅馆业/);
  await saved();
  expect(await axeViolations(page)).toEqual([]);
});

it('a field is added, tightened, arranged and tried, and says what it means for the items there are', async () => {
  const page = drafter;
  await page.getByRole('link', { name: '设计' }).click();
  await page.getByRole('button', { name: '设计字段' }).click();
  const designer = page.locator('.designer');
  await designer.waitFor();
  const group = designer
    .locator('details')
    .filter({ has: page.locator('summary .name', { hasText: /^\s*服务\s*$/ }) });
  await group.locator('summary').click();
  await group.getByRole('button', { name: /^加一个字段/ }).click();
  await page.fill('input[name=field-zh]', '能否请翻译');
  await page.fill('input[name=field-en]', 'Interpreter');
  await page.selectOption('select[name=field-type]', 'boolean');
  await page.getByRole('button', { name: '加上' }).click();
  const detail = designer.locator('.detail');
  await expect.poll(() => detail.locator('h2').innerText()).toBe('能否请翻译');

  const { field, saved } = edits(page);
  await field('/fields/0/required').selectOption('true');
  await field('/fields/0/section').selectOption('service');
  await field('/fields/0/risk').selectOption('plain');
  await field('/fields/0/overlay').selectOption('local');
  await expect.poll(() => detail.locator('.preview dl').innerText()).toMatch(/能否请翻译\s*是/);
  await page.getByRole('button', { name: '上移 能否请翻译' }).click();
  const order = await group.locator('li').allInnerTexts();
  expect(order.findIndex((one) => one.includes('能否请翻译'))).toBe(order.length - 2);

  // Under a heading of its own, by a choice, by the keyboard and by dragging.
  await group.getByRole('button', { name: /^加一个小标题/ }).click();
  await page.fill('input[name=heading-zh]', '听不懂的时候');
  await page.fill('input[name=heading-en]', 'If you need help');
  await page.keyboard.press('Enter');
  await detail.getByLabel('电话', { exact: true }).press('Space');
  await group.getByRole('button', { name: /^能否请翻译/ }).click();
  await detail.getByLabel('在哪个小标题下').selectOption('听不懂的时候');
  const under = group.getByRole('list', { name: '听不懂的时候' }).locator('[data-row]');
  const rows = () => under.evaluateAll((all) => all.map((row) => row.getAttribute('data-row')));
  await expect.poll(rows).toEqual(['service phones', 'service x-interpreter']);
  await under.nth(1).dragTo(under.nth(0), { targetPosition: { x: 40, y: 4 } });
  await expect.poll(rows).toEqual(['service x-interpreter', 'service phones']);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(rows).toEqual(['service phones', 'service x-interpreter']);
  await page.getByRole('button', { name: '重做' }).click();

  await page.getByRole('button', { name: '看影响' }).click();
  await expect
    .poll(() => designer.locator('.impact [role=status]').innerText())
    .toMatch(/会新出现 [1-9]\d* 个问题，在 [1-9]\d* 个文件里/);
  await saved();
  expect(await axeViolations(page)).toEqual([]);
});

/** Submits what `page` writes and has it signed by both, upon which it is part of the catalogue. */
async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.waitForURL(/\/review$/);
  const url = `/api/drafts/${new URL(page.url()).pathname.split('/')[2]}`;
  for (const [role, signer] of Object.entries(signers)) {
    const { tip, state } = await ask<DraftView>(signer, 'GET', url);
    // Of plain changes the reviewer's signature is enough.
    if (state.kind === 'merged') return;
    await ask(signer, 'POST', `${url}/acts`, { body: { kind: 'approve', role }, tip });
  }
  expect((await ask<DraftView>(page, 'GET', url)).state.kind).toBe('merged');
}

it('field and rule go from nothing to a guide, a finding and a column', async () => {
  const page = drafter;
  signers = { reviewer: await studio.person('reviewer'), legal: await studio.person('legal') };
  const { field, chooseSection, saved } = edits(page);
  // The items that there are come along in the same draft, so that none lacks what it must say.
  await field('/fields/0/default').fill('否');
  await page.getByRole('button', { name: '一并改已有事项…' }).click();
  const migration = page.locator('.migration');
  await expect
    .poll(() => migration.locator('li').allInnerTexts())
    .toContainEqual(expect.stringMatching(/食品经营许可.*补入“能否请翻译”/s));
  await page.getByRole('button', { name: '写进这份草稿' }).click();
  await expect
    .poll(() => migration.locator('[role=status]').innerText())
    .toMatch(/已把 3 个文件写进这份草稿/);
  await approve(page);

  // The rule names the field by its title.
  await page.goto(`${studio.server.url}/designer`);
  await page.getByRole('button', { name: '新规则' }).click();
  await page.fill('input[name=title]', '都能请翻译');
  await page.fill('input[name=id]', 'interpreter-comes');
  await page.getByRole('button', { name: '开始写' }).click();
  const designer = page.locator('.designer');
  const label = (name: string) => designer.getByLabel(name, { exact: true });
  await choose(label('要符合：字段'), '服务 · 能否请翻译');
  await label('要符合：怎样比较').selectOption('yes');
  await designer.getByRole('button', { name: /^添加一项\s*依据/ }).click();
  await choose(field('/cites/0/law'), '行政许可法');
  await field('/cites/0/article').fill('30');
  await field('/why/zh').fill('听不懂的人要知道找谁。');
  await field('/message/zh').fill('不能请翻译。请安排。');
  await field('/message/en').fill('No interpreter comes. See to one.');
  await page.getByRole('button', { name: '添加没有问题的例子' }).click();
  await designer.locator('.case').first().getByLabel('服务 · 能否请翻译').selectOption('true');
  await page.getByRole('button', { name: '添加有问题的例子' }).click();
  await designer.locator('.case').nth(1).getByLabel('服务 · 能否请翻译').selectOption('false');
  await expect.poll(() => designer.locator('.case .verdict.right').count()).toBe(2);
  await approve(page);
  const found = await ask<Diagnostic[]>(page, 'GET', '/api/diagnostics');
  const speaking = found.filter(({ code }) => code === 'interpreter-comes').map(({ file }) => file);
  expect(speaking).toContain('000000/food-business-licence.yaml');

  // The form has the field; what is filled in mends the finding and is published.
  const item = '000000/food-business-licence.yaml';
  const draft = await begin(page, item);
  // With one more in the same draft, which is asked for in one case only, and marked while that is so.
  const extension = '/files/extension/item.yaml';
  const view = await ask<DraftView>(page, 'GET', `/api/drafts/${draft}?file=extension/item.yaml`);
  const more = `fields:
  - {id: languages, key: x-languages, at: service, type: text, title: {zh: 哪些语言, en: Which languages}, requiredWhen: {field: x-interpreter, equals: true}}
`;
  const designed = view.contents.find(({ path }) => path === 'extension/item.yaml')!.text;
  await ask(page, 'PUT', `/api/drafts/${draft}${extension}`, {
    body: designed.replace('fields:\n', more),
    tip: view.tip,
  });
  await page.reload();
  await page.getByRole('navigation', { name: '草稿中的文件' }).getByText('自己的字段').waitFor();
  await chooseSection('服务');
  const mark = page.locator('[data-field="f/service/x-languages"] .must');
  await field('/service/x-languages').waitFor();
  expect(await mark.count()).toBe(0);
  const part = page.locator('.part', { hasText: '听不懂的时候' });
  expect(await part.locator('xpath=following-sibling::*[1]').innerText()).toContain('能否请翻译');
  await field('/service/x-interpreter').selectOption('true');
  await expect.poll(() => mark.allInnerTexts()).toEqual(['此情形必填']);
  await field('/service/x-languages').fill('手语');
  await expect.poll(() => page.frameLocator('iframe').locator('body').innerText()).toMatch(/能否请翻译\s*是/);
  await saved();
  await approve(page);
  const left = await ask<Diagnostic[]>(page, 'GET', '/api/diagnostics');
  expect(left.some(({ code, file }) => code === 'interpreter-comes' && file === item)).toBe(false);
  const administrator = await studio.person('administrator');
  await ask(administrator, 'POST', '/api/publish', { body: {} });
  await page.goto(`${studio.server.url}/site/511502/food-business-licence.html`);
  await expect.poll(() => page.locator('main').innerText()).toMatch(/能否请翻译\s*是/);

  const main = (path: string) =>
    execFileSync('git', ['-C', `${studio.dataDir}/repository.git`, 'show', `main:${path}`], {
      encoding: 'utf8',
    });
  const paths = ['catalogue.yaml', 'extension/item.yaml', item];
  const { sources, lookups } = readCatalogue(new Map(paths.map((path) => [path, main(path)])));
  const { kind, written } = sources.get(item)!;
  const [table] = exportTables([{ path: item, kind, value: written as Plain }], lookups);
  const column = table!.columns.findIndex(({ to }) => to === 'service.x-interpreter');
  expect(table!.columns[column]?.title).toContain('能否请翻译');
  expect(table!.rows[0]![column]).toBe('是');
});

it('nothing went wrong on any page', () => expect(studio.faults).toEqual([]));

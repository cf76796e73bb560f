// Typing: by an input method, without a pause, in a tab that dies, off the network, back and forth through the lenses.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { axeViolations } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin, edits } from './studio.ts';

const base = '000000/urban-road-excavation-permit.yaml';

let studio: OpenStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio(await smallSample(['urban-road-excavation-permit'], { allLaws: true }));
  page = await studio.person('drafter');
});

afterAll(() => studio.close());

/** The file as the server has it. */
async function stored(id: string): Promise<string> {
  const answer = await page.request.get(`${studio.server.url}/api/drafts/${id}`);
  const { contents } = (await answer.json()) as { contents: { path: string; text: string }[] };
  return contents.find(({ path }) => path === base)!.text;
}

/** Makes `letters` into `word` as a Pinyin input method does; calls `meanwhile` before the word is made. */
async function compose(letters: string, word: string, meanwhile = async () => {}): Promise<void> {
  const method = await page.context().newCDPSession(page);
  for (let end = 1; end <= letters.length; end++)
    await method.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
  await meanwhile();
  await method.send('Input.insertText', { text: word });
  await method.detach();
}

test('an input method loses and doubles nothing, in the form and in the source', async () => {
  const id = await begin(page, base);
  const before = await stored(id);
  const { field, retype } = edits(page);
  const name = field('/basics/everydayName');
  const was = await name.inputValue();
  await name.focus();
  await page.keyboard.press('End');
  await compose('walu', '挖路', async () => {
    // Longer than any key waits: what is not a word yet is given to nobody.
    await page.waitForTimeout(300);
    expect(await page.locator('.pane.source').innerText()).not.toContain('walu');
  });
  await page.keyboard.type('证1');
  await compose('ban', '办');
  await expect.poll(() => stored(id)).toContain(`everydayName: ${was}挖路证1办\n`);
  expect(await name.inputValue()).toBe(`${was}挖路证1办`);
  await retype(`everydayName: ${was}挖路证1`, '办', '');
  await compose('jian', '件');
  await compose('ke', '可');
  await expect.poll(() => name.inputValue()).toBe(`${was}挖路证1件可`);
  await expect
    .poll(() => stored(id))
    .toBe(before.replace(`everydayName: ${was}\n`, `everydayName: ${was}挖路证1件可\n`));
});

test('two hundred steps back and forth across form and source agree to the byte', async () => {
  const id = await begin(page, base);
  const before = await stored(id);
  const { field } = edits(page);
  const fields = [field('/basics/everydayName'), field('/basics/summary')];
  const source = page.locator('.source .monaco-editor .view-lines');
  const steps = 34;
  for (let i = 0; i < steps; i++) {
    if (i % 4 < 3) {
      await fields[i % 2]!.fill(`第${i}步`);
      continue;
    }
    await source.click({ position: { x: 120, y: 12 } });
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText(`# ${i}\n`);
  }
  await expect.poll(() => stored(id)).toContain(`第${steps - 2}步`);
  const after = await stored(id);
  // The keys are the document's in every lens: some from the source, where the cursor is, some from the form.
  const press = async (keys: string, count: number) => {
    for (let i = 0; i < count; i++) await page.keyboard.press(keys);
  };
  await press('Control+z', steps);
  await fields[0]!.focus();
  expect(await fields[1]!.inputValue()).toBe(valueIn(before, 'summary'));
  await press('Control+Shift+z', steps);
  expect(await fields[1]!.inputValue()).toBe(valueIn(after, 'summary'));
  await press('Control+z', steps);
  await press('Control+y', steps);
  await press('Control+z', steps);
  await expect.poll(() => stored(id)).toBe(before);
  await press('Control+y', steps);
  await expect.poll(() => stored(id)).toBe(after);
});

function sorted(text: string): string[] {
  return text.split('\n').sort();
}

function valueIn(text: string, key: string): string {
  return new RegExp(`\\n {2}${key}: (.*)`).exec(text)![1]!;
}

test('what was typed off the network is stored when it is back', async () => {
  const id = await begin(page, base);
  const { field, saved } = edits(page);
  await page.context().setOffline(true);
  await field('/basics/summary').fill('没有网络的时候写的。');
  await page.locator('[role=status]', { hasText: '连不上服务器' }).waitFor();
  await field('/basics/everydayName').fill('断网时的名字');
  await page.context().setOffline(false);
  await saved();
  const text = await stored(id);
  expect(text).toContain('summary: 没有网络的时候写的。');
  expect(text).toContain('everydayName: 断网时的名字');
});

test('F8 walks through the findings, and back', async () => {
  await begin(page, base);
  const { field, chooseSection } = edits(page);
  await chooseSection('办理时限');
  await field('/limits/promised/value').fill('30');
  await page.locator('.field.wrong').first().waitFor();
  await page.keyboard.press('F8');
  const current = page.locator('.findings li[aria-current]');
  await current.waitFor();
  const first = await current.innerText();
  await page.keyboard.press('F8');
  await expect.poll(() => current.innerText()).not.toBe(first);
  await page.keyboard.press('Shift+F8');
  await expect.poll(() => current.innerText()).toBe(first);
});

test('a law is found by typing a part of its name, and the source leads to its file', async () => {
  const id = await begin(page, base);
  const { chooseSection, field, retype } = edits(page);
  await chooseSection('法律依据');
  await page.locator('.form .element summary').first().click();
  const law = field('/legalBasis/0/law');
  await law.click();
  const offered = page.getByRole('listbox', { name: '可选项' }).getByRole('option');
  await page.keyboard.type('licensing administrative');
  await expect.poll(() => offered.count()).toBe(1);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.type('xingzhengxuke');
  await offered.filter({ hasText: '中华人民共和国行政许可法' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.type('许可法');
  await offered.filter({ hasText: '中华人民共和国行政许可法' }).click();
  await expect.poll(() => stored(id)).toContain('law: administrative-licensing-law');
  expect(await law.inputValue()).toContain('行政许可法');
  await retype('law: administrative-licensing-law', '', '');
  await page.keyboard.press('F12');
  await page.waitForURL(/file=laws/);
});

test('an element is moved by dragging, and only its lines move', async () => {
  const id = await begin(page, base);
  const before = await stored(id);
  await edits(page).chooseSection('申请材料');
  const handles = page.locator('.form .element > details > summary > .handle');
  const titles = page.locator('.form .element > details > summary > .title');
  await handles.nth(2).waitFor();
  const [first, second, third] = await titles.allInnerTexts();
  await handles.nth(0).dragTo(titles.nth(2), { targetPosition: { x: 10, y: 20 } });
  await expect.poll(async () => (await titles.allInnerTexts()).slice(0, 3)).toEqual([second, third, first]);
  await expect.poll(() => stored(id)).not.toBe(before);
  expect(sorted(await stored(id))).toEqual(sorted(before));
});

test('a tab that dies while somebody types without a pause loses at most the last two seconds', async () => {
  const id = await begin(page, base);
  const context = page.context();
  // The server hears nothing of it: only this browser has it.
  await page.route('**/files/**', (route) => route.abort());
  const summary = edits(page).field('/basics/summary');
  await summary.fill('');
  const typed: number[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.type(String(i % 10));
    typed.push(Date.now());
    await page.waitForTimeout(30);
  }
  const died = Date.now();
  const crash = await context.newCDPSession(page);
  // It never answers: the tab that would is gone.
  void crash.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  const again = await context.newPage();
  await again.goto(`${studio.server.url}/drafts/${id}`);
  const kept = typed.filter((at) => died - at > 2000).length;
  expect(kept).toBeGreaterThan(10);
  // What the server has comes first, and what this browser kept in its place.
  const value = () => edits(again).field('/basics/summary').inputValue();
  await expect.poll(value).toMatch(/^0123456789/);
  expect((await value()).length).toBeGreaterThanOrEqual(kept);
  page = again;
});

test('nothing went wrong in any page', () => {
  expect(studio.faults).toEqual([]);
});

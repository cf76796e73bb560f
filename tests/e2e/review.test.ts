// A draft under review: talked about, returned, mended, countersigned; a suggestion taken; the opinions of it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftView } from '../../src/api/index.ts';
import { smallSample } from '../smallSample.ts';
import { axeViolations, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';

const file = '360100/urban-road-excavation-permit.yaml';
const governance: Record<string, string> = {
  'governance/approvals.yaml': `approvals: {plain: [reviewer], legal: [reviewer, legal]}
countersign: true
override: [administrator]
reviewDays: {plain: 2, legal: 5}
publishers: [administrator]
`,
  // The administrator signs for the police as well.
  'governance/people.yaml': `people:
  - id: police
    name: 公安会签员
    subjects: ['local:administrator']
    grants:
      - {id: all, roles: [administrator], everywhere: true}
      - {id: police, roles: [reviewer], agencies: [nanchang-public-security]}
`,
};

let folder: string;
let studio: OpenStudio;
let text: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-catalogue-'));
  const files = new Map<string, Uint8Array | string>(await smallSample());
  for (const [path, content] of Object.entries(governance)) files.set(path, content);
  text = Buffer.from(files.get(file)!).toString();
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  studio = await openStudio(folder);
});
afterAll(async () => {
  await studio.close();
  await rm(folder, { recursive: true });
});

/** Asks the server as whoever is signed in on `page`. */
function ask<T>(
  page: Page,
  method: string,
  url: string,
  { body, tip = '' }: { body?: unknown; tip?: string } = {},
): Promise<T> {
  return page.evaluate(
    async (given) => {
      const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string };
      const answer = await fetch(given.url, {
        method: given.method,
        headers: {
          'x-csrf-token': csrf,
          'if-match': `"${given.tip}"`,
          'x-operation-id': given.operation,
          'content-type': typeof given.body === 'string' ? 'text/plain' : 'application/json',
        },
        body: typeof given.body === 'string' ? given.body : JSON.stringify(given.body),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    { method, url, body, tip, operation: ulid() },
  ) as Promise<T>;
}

/** The text of the layer with a limit for accepting, and another phone. */
const written = (days: number, number = '0791-0005040') =>
  text
    .replace('overlay:\n', `overlay:\n  limits:\n    acceptance: {value: ${days}}\n`)
    .replace('0791-0005040', number);

async function submitted(page: Page, content: string): Promise<string> {
  const draft = await ask<DraftView>(page, 'POST', '/api/drafts', { body: { file } });
  await saveIn(page, draft.id, content, draft.tip);
  await page.goto(`${studio.server.url}/drafts/${draft.id}/review`);
  await page.getByRole('button', { name: '提交审核' }).click();
  await done(page, '已提交审核。');
  return draft.id;
}

async function saveIn(page: Page, id: string, content: string, tip: string): Promise<void> {
  await ask(page, 'PUT', `/api/drafts/${id}/files/${file}`, { body: content, tip });
}

async function open(user: string, id: string, device?: typeof phone): Promise<Page> {
  const page = await studio.person(user, device);
  await page.goto(`${studio.server.url}/drafts/${id}/review`);
  await page.getByRole('heading', { name: '经过' }).waitFor();
  return page;
}

/** Waits until the page says that something was done. */
const done = (page: Page, words: string) => page.locator('.done', { hasText: words }).waitFor();

const change = (page: Page, words: string) => page.locator('li').filter({ hasText: words }).first();

test('a comment is answered and settled; what is returned is mended, countersigned and approved', async () => {
  const drafter = await studio.person('drafter');
  const id = await submitted(drafter, written(3, '0791-0005049'));

  const reviewer = await open('reviewer', id);
  expect(await reviewer.locator('.facts').textContent()).toMatch(/已等 0 个工作日.*待签 会签/s);
  const phones = change(reviewer, '0791-0005049');
  await phones.getByRole('button', { name: /^提意见/ }).click();
  await phones.getByRole('textbox').fill('号码核对过吗？');
  await phones.getByRole('button', { name: '发表意见' }).click();
  await phones.getByText('号码核对过吗？').waitFor();
  expect(await axeViolations(reviewer)).toEqual([]);
  await reviewer.getByRole('button', { name: '退回…' }).click();
  const dialog = reviewer.getByRole('dialog');
  await dialog.getByText('号码核对过吗？').waitFor();
  await dialog.getByRole('textbox', { name: '退回理由' }).fill('咨询电话请核对');
  await dialog.getByRole('button', { name: '退回给起草人' }).click();
  await done(reviewer, '已退回给起草人。');
  await reviewer.goto(`${studio.server.url}/drafts`);
  await reviewer.getByText('1 条意见未了结').waitFor();
  expect(await axeViolations(reviewer)).toEqual([]);

  await drafter.reload();
  const said = drafter.getByRole('article', { name: '意见' });
  await said.getByText('此后文字又改过').waitFor({ state: 'detached' });
  expect(await said.getByRole('button', { name: '了结' }).isDisabled()).toBe(true);
  await said.getByRole('button', { name: '答复' }).click();
  await said.getByRole('textbox').fill('已改回原号码');
  await said.getByRole('button', { name: '答复', exact: true }).click();
  await said.getByText('已改回原号码').waitFor();
  const { tip } = await ask<DraftView>(drafter, 'GET', `/api/drafts/${id}`);
  await saveIn(drafter, id, written(2), tip);
  await drafter.reload();
  await drafter.getByRole('button', { name: '提交审核' }).click();
  await done(drafter, '已提交审核。');

  await reviewer.goto(`${studio.server.url}/drafts/${id}/review`);
  await reviewer.getByText('上次查看后改的').first().waitFor();
  expect(await reviewer.locator('.since').textContent()).toContain('新意见 1 条');
  await reviewer.getByRole('button', { name: '了结' }).click();
  await done(reviewer, '意见已了结');
  await reviewer.getByRole('button', { name: '同意（审核）' }).click();
  await done(reviewer, '已签批，等待其他签批。');

  const legal = await open('legal', id, phone);
  await legal.getByText('附审核意见').click();
  await legal.getByRole('textbox', { name: '审核意见', exact: true }).fill('合法，同意。');
  await legal.getByRole('button', { name: '同意（法制审核）' }).click();
  await done(legal, '已签批，等待其他签批。');
  expect(await axeViolations(legal)).toEqual([]);
  const police = await open('administrator', id);
  await police.getByRole('button', { name: /同意（会签 · / }).click();
  await police.getByText('这份草稿已并入正式目录').waitFor();

  await police.getByRole('link', { name: /审核意见书/ }).click();
  await expect.poll(() => police.getByRole('article').count()).toBe(3);
  const sheet = police.getByRole('article').nth(1);
  expect(await sheet.textContent()).toMatch(
    /审〔\d{4}〕[0-9A-Z]{6}-2.*合法，同意。.*受理时限：5 个工作日 → 2 个工作日/s,
  );
  expect(await axeViolations(police)).toEqual([]);
  for (const page of [drafter, reviewer, legal, police]) await page.context().close();
}, 180_000);

test('a suggestion is taken with one click, and who made it signs no more; the page is seen before and after', async () => {
  const drafter = await studio.person('drafter');
  const id = await submitted(drafter, written(4).replace('value: 2', 'value: 4'));
  const legal = await open('legal', id);
  const limit = change(legal, '受理时限');
  await limit.getByRole('button', { name: /建议改法/ }).click();
  await limit.getByLabel(/改为/).fill('1');
  await limit.getByRole('button', { name: '提出建议' }).click();
  await limit.getByText('建议：').waitFor();
  await legal
    .getByRole('button', { name: /前后对照/ })
    .first()
    .click();
  const after = legal.getByRole('dialog').frameLocator('iframe').nth(1);
  await after.locator('[data-differs]').first().waitFor();
  await legal.keyboard.press('Escape');

  await drafter.reload();
  await drafter.getByRole('button', { name: '采纳', exact: true }).click();
  await done(drafter, '建议已写入草稿');
  const draft = await ask<DraftView>(drafter, 'GET', `/api/drafts/${id}`);
  expect(draft.contents[0]!.text).toContain('acceptance: {value: 1}');
  await drafter.getByRole('button', { name: '提交审核' }).click();
  await done(drafter, '已提交审核。');
  await legal.reload();
  await legal.getByText('您写过这份草稿，不能自己签批').waitFor();

  // What cannot wait goes in, and is reviewed after the fact.
  const chief = await open('administrator', id);
  await chief.getByRole('button', { name: '紧急通过…' }).click();
  const dialog = chief.getByRole('dialog');
  await dialog.getByRole('textbox').fill('抢险，当日公布');
  await dialog.getByRole('button', { name: '紧急通过并入' }).click();
  await chief.getByText('缺的签批须事后补审').first().waitFor();
  const reviewer = await open('reviewer', id);
  await reviewer.getByLabel(/补审意见/).fill('属实');
  await reviewer.getByRole('button', { name: '予以认可', exact: true }).click();
  await done(reviewer, '补审意见已记录。');
  expect(await axeViolations(reviewer)).toEqual([]);
  for (const page of [drafter, legal, chief, reviewer]) await page.context().close();
}, 180_000);

test('no page reported an error', () => expect(studio.faults).toEqual([]));

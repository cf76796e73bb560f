// Thirty items in one draft, from the first word to the public site and back, and what readers see at each step.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReviewView } from '../../src/api/index.ts';
import { addAccount } from '../../src/node/server/people/manageAccounts.ts';
import { smallSample } from '../smallSample.ts';
import { writeFiles } from '../writeFiles.ts';
import { axeViolations, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { ask, done, draftOf, fileOf, openReview } from './reviewing.ts';
import { edits } from './studio.ts';

const governance: Record<string, string> = {
  'governance/approvals.yaml': `approvals: {plain: [reviewer], legal: [reviewer, legal]}
countersign: true
override: [administrator]
reviewDays: {plain: 2, legal: 5}
publishers: [administrator]
`,
  'governance/people.yaml': `people:
  - id: police
    name: 公安会签员
    subjects: ['local:police']
    grants:
      - {id: police, roles: [reviewer], agencies: [nanchang-public-security]}
`,
};
/** The one item of the draft on which the police decide with others. */
const road = '360100/urban-road-excavation-permit.yaml';
const hotel = '360100/hotel-special-trade-licence.yaml';
const [roadGuide, hotelGuide] = ['南昌市 挖掘城市道路审批', '南昌市 旅馆业特种行业许可'];
const [roadPhone, hotelPhone, hotelLine] = ['0791-0005040', '0791-0005050', '0791-0005059'];
const hotline = '0791-0012345';

let folder: string;
let studio: OpenStudio;
let people: Record<'drafter' | 'reviewer' | 'legal' | 'adviser' | 'police' | 'administrator', Page>;
/** The texts of thirty layers in three cities, the road first. */
let texts: Map<string, string>;
let draft: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-catalogue-'));
  const files = new Map<string, Uint8Array | string>(await smallSample());
  for (const [path, content] of Object.entries(governance)) files.set(path, content);
  await writeFiles(folder, files);
  const text = (path: string) => Buffer.from(files.get(path)!).toString();
  const others = [...files.keys()].filter(
    (path) =>
      /^(360100|511500|511502)\/(?!adopt|urban-road|road-freight)/.test(path) &&
      text(path).includes('advice:'),
  );
  texts = new Map([road, ...others].slice(0, 30).map((path) => [path, text(path)]));
  studio = await openStudio(folder);
  const accounts = join(studio.dataDir, 'accounts.json');
  for (const user of ['adviser', 'police'])
    studio.server.newAccounts.push({
      user,
      roles: ['reviewer'],
      password: await addAccount(accounts, { user, name: user, roles: ['reviewer'], where: 'everywhere' }),
    });
  const [drafter, reviewer, legal, adviser, police, administrator] = await Promise.all([
    studio.person('drafter'),
    studio.person('reviewer'),
    studio.person('legal', phone),
    studio.person('adviser'),
    studio.person('police'),
    studio.person('administrator'),
  ]);
  people = { drafter, reviewer, legal, adviser, police, administrator } as typeof people;
});
afterAll(async () => {
  await studio.close();
  await rm(folder, { recursive: true });
});

const withHotline = (text: string) => text.replace(/advice: (\d+)-\d+/, 'advice: $1-0012345');

/** The guide of a file as the public site shows it now. */
async function read(file: string): Promise<string> {
  const response = await fetch(`${studio.server.url}/site/${file.replace('.yaml', '.html')}`);
  expect(response.status, file).toBe(200);
  return response.text();
}

/** Readers find the phone numbers that were there before anybody drafted. */
async function readersSeeNothingOfIt(): Promise<void> {
  expect(await read(road)).toContain(roadPhone);
  expect(await read(hotel)).toContain(hotelPhone);
  for (const file of texts.keys()) expect(await read(file), file).not.toContain('0012345');
}

test('thirty items are drafted, the last one in the editor, and submitted', async () => {
  const { drafter } = people;
  expect(texts.size).toBe(30);
  const changed = [...texts].slice(1).map(([path, text]) => [path, withHotline(text)] as const);
  const limit = texts.get(road)!.replace('overlay:\n', 'overlay:\n  limits:\n    acceptance: {value: 3}\n');
  draft = await draftOf(drafter, new Map([[road, limit], ...changed]), '三地咨询电话统一');
  await drafter.goto(`${studio.server.url}/drafts/${draft}?file=${road}`);
  const { chooseSection, field, saved } = edits(drafter);
  await chooseSection('服务');
  await field('/overlay/service/phones/advice').fill(hotline);
  await saved();
  await drafter.getByRole('button', { name: '提交审核' }).click();
  await drafter.waitForURL(/\/review$/);
  await drafter.getByText('您写过这份草稿，不能自己签批').waitFor();
  await readersSeeNothingOfIt();
});

test('a reviewer goes through them, comments on a field and returns them; an adviser suggests', async () => {
  const { reviewer, adviser } = people;
  await reviewer.goto(`${studio.server.url}/drafts`);
  expect(await axeViolations(reviewer)).toEqual([]);
  await reviewer.getByRole('link', { name: '三地咨询电话统一' }).click();
  await reviewer.getByRole('heading', { name: '经过' }).waitFor();
  expect(await reviewer.locator('.head .facts').textContent()).toMatch(/已等 [01] 个工作日.*待签 会签/s);
  const hotels = fileOf(reviewer, hotelGuide);
  await hotels.getByRole('button', { name: /^提意见/ }).click();
  await hotels.getByRole('textbox').fill('热线能转接旅馆业务吗？');
  await hotels.getByRole('button', { name: '发表意见' }).click();
  await done(reviewer, '意见已发表。');
  const outline = reviewer.getByRole('navigation', { name: '本草稿的文件' });
  await outline.getByText('看过 0 个，还有 30 个').waitFor();
  await outline.getByRole('link', { name: /旅馆业.*没看过.*1 条意见/ }).click();
  await reviewer.keyboard.press('Alt+Enter');
  await outline.getByText('看过 1 个，还有 29 个').waitFor();
  // Folded, and on to the next by itself.
  await hotels.getByRole('button', { name: '展开' }).waitFor();
  const current = outline.locator('[aria-current]');
  expect(await current.textContent()).toContain('劳务派遣');
  await reviewer.keyboard.press('Alt+ArrowUp');
  expect(await current.textContent()).toContain('旅馆业');
  await outline.getByRole('combobox').selectOption('open');
  expect(await outline.getByRole('listitem').count()).toBe(1);

  await openReview(adviser, draft);
  const limit = fileOf(adviser, roadGuide).getByRole('listitem').filter({ hasText: '受理时限' }).last();
  await limit.getByRole('button', { name: /建议改法/ }).click();
  await limit.getByLabel(/改为/).fill('2');
  await limit.getByRole('button', { name: '提出建议' }).click();
  await done(adviser, '建议已提出');

  await openReview(reviewer, draft);
  await reviewer.getByRole('button', { name: '退回…' }).click();
  const dialog = reviewer.getByRole('dialog');
  await dialog.getByText('热线能转接旅馆业务吗？').waitFor();
  expect(await axeViolations(reviewer)).toEqual([]);
  await dialog.getByRole('textbox', { name: '退回理由' }).fill('旅馆业的号码请核对');
  await dialog.getByRole('button', { name: '退回给起草人' }).click();
  await done(reviewer, '已退回给起草人。');
  await readersSeeNothingOfIt();
});

test('the drafter takes the suggestion with one click, mends what was asked for and submits again', async () => {
  const { drafter, adviser } = people;
  await openReview(drafter, draft);
  await drafter.getByText('旅馆业的号码请核对').first().waitFor();
  await drafter.getByRole('button', { name: '采纳', exact: true }).click();
  await done(drafter, '建议已写入草稿');
  const said = fileOf(drafter, hotelGuide).getByRole('article', { name: '意见' });
  await said.getByText('退回时要求答复').waitFor();
  expect(await said.getByRole('button', { name: '了结' }).isDisabled()).toBe(true);
  await said.getByRole('button', { name: '答复' }).click();
  await said.getByRole('textbox').fill('不能，改为专线');
  await said.getByRole('button', { name: '答复', exact: true }).click();
  await done(drafter, '意见已发表。');
  const { tip } = await ask<{ tip: string }>(drafter, 'GET', `/api/drafts/${draft}`);
  const body = texts.get(hotel)!.replace(hotelPhone, hotelLine);
  await ask(drafter, 'PUT', `/api/drafts/${draft}/files/${hotel}`, { body, tip });
  await openReview(drafter, draft);
  await drafter.getByRole('button', { name: '提交审核' }).click();
  await done(drafter, '已提交审核。');
  await openReview(adviser, draft);
  await adviser.getByText('您写过这份草稿，不能自己签批').waitFor();
  await readersSeeNothingOfIt();
});

test('what changed since the last look is told; reviewer, legal and the police sign', async () => {
  const { reviewer, legal, police } = people;
  await openReview(reviewer, draft);
  expect(await reviewer.locator('.since').textContent()).toMatch(/改了 2 处.*新意见 1 条/s);
  await fileOf(reviewer, hotelGuide).getByText('上次查看后改的').waitFor();
  const outline = reviewer.getByRole('navigation', { name: '本草稿的文件' });
  await outline.getByRole('link', { name: /旅馆业.*看过之后又改了/ }).waitFor();
  await outline.getByText('看过 0 个，还有 30 个').waitFor();
  await fileOf(reviewer, hotelGuide).getByRole('button', { name: '了结' }).click();
  await done(reviewer, '意见已了结');
  await fileOf(reviewer, '影响的办事指南')
    .or(reviewer.locator('#touched'))
    .getByRole('button', { name: /^旅馆业/ })
    .first()
    .click();
  await reviewer
    .getByRole('dialog')
    .frameLocator('iframe')
    .nth(1)
    .locator('[data-differs]')
    .first()
    .waitFor();
  await reviewer.keyboard.press('Escape');
  await reviewer.getByRole('button', { name: '同意（审核）' }).click();
  await done(reviewer, '已签批，等待其他签批。');

  await openReview(legal, draft);
  await legal.getByText('附审核意见').click();
  await legal.getByRole('textbox', { name: '审核意见', exact: true }).fill('合法，同意。');
  await legal.getByRole('button', { name: '同意（法制审核）' }).click();
  await done(legal, '已签批，等待其他签批。');
  expect(await axeViolations(legal)).toEqual([]);
  await readersSeeNothingOfIt();

  await openReview(police, draft);
  await police.getByRole('button', { name: /同意（会签 · / }).click();
  await police.getByText('这份草稿已并入正式目录').waitFor();
  await police.getByRole('link', { name: /审核意见书/ }).click();
  await expect.poll(() => police.getByRole('article').count()).toBe(3);
  expect(await police.getByRole('article').nth(1).textContent()).toMatch(
    /审〔\d{4}〕[0-9A-Z]{6}-2.*合法，同意。.*受理时限：5 个工作日 → 2 个工作日/s,
  );
  expect(await axeViolations(police)).toEqual([]);
  // Approved is not public.
  await readersSeeNothingOfIt();
});

test('published, all thirty are public at once; taken back with a reason, none is', async () => {
  const { administrator } = people;
  await administrator.goto(`${studio.server.url}/publish`);
  // One more says when the text above it was approved last: the district's, of the city's licence to take water.
  await administrator.getByText('将更新 31 份办事指南').waitFor();
  await administrator.getByRole('button', { name: '发布…' }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: '确认发布' }).click();
  await administrator.getByText('网站已更换').waitFor();
  expect(await read(road)).toContain(hotline);
  expect(await read(hotel)).toContain(hotelLine);
  for (const file of texts.keys()) if (file !== hotel) expect(await read(file), file).toContain('0012345');

  await administrator.getByRole('button', { name: '回退到这一版…' }).first().click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '回退理由' }).fill('热线尚未开通');
  await dialog.getByRole('button', { name: '回退', exact: true }).click();
  await administrator.getByText('回退：热线尚未开通').waitFor();
  expect(await axeViolations(administrator)).toEqual([]);
  await readersSeeNothingOfIt();
});

test('what cannot wait goes in, and is reviewed after the fact', async () => {
  const { drafter, administrator, reviewer } = people;
  const text = texts.get(road)!.replace('overlay:\n', 'overlay:\n  limits:\n    acceptance: {value: 1}\n');
  const id = await draftOf(drafter, new Map([[road, text]]));
  await openReview(drafter, id);
  await drafter.getByRole('button', { name: '提交审核' }).click();
  await done(drafter, '已提交审核。');
  await openReview(administrator, id);
  await administrator.getByRole('button', { name: '紧急通过…' }).click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByRole('textbox').fill('抢险，当日公布');
  await dialog.getByRole('button', { name: '紧急通过并入' }).click();
  await administrator.getByText('缺的签批须事后补审').first().waitFor();
  await openReview(reviewer, id);
  await reviewer.getByLabel(/补审意见/).fill('属实');
  await reviewer.getByRole('button', { name: '予以认可', exact: true }).click();
  await done(reviewer, '补审意见已记录。');
  expect(await axeViolations(reviewer)).toEqual([]);
});

test('what refers to a renamed item follows it in the same draft', async () => {
  const { drafter } = people;
  const base = '000000/hotel-special-trade-licence.yaml';
  const { id } = await ask<{ id: string }>(drafter, 'POST', '/api/drafts', { body: { file: base } });
  await openReview(drafter, id);
  await drafter.getByRole('button', { name: '改名…' }).click();
  const dialog = drafter.getByRole('dialog');
  await dialog.getByLabel('新文件名').fill('000000/hotel-licence.yaml');
  await dialog.getByRole('textbox', { name: '理由' }).fill('与清单一致');
  await dialog.getByRole('button', { name: '改名', exact: true }).click();
  await done(drafter, '文件已改名');
  const referrers = drafter.locator('.referrers');
  // Its layer in each of three places, and what those adopt.
  for (const file of [hotel, '511500/hotel-special-trade-licence.yaml', '511502/adopt.yaml'])
    await referrers.getByText(file).first().waitFor();
  await referrers.getByRole('button', { name: /一并改/ }).click();
  await referrers.waitFor({ state: 'detached' });
  const { created, files } = await ask<ReviewView>(drafter, 'GET', `/api/drafts/${id}/review`);
  expect(created.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(files.map(({ path }) => path)).toContain('360100/hotel-licence.yaml');
});

test('no page reported an error', () => expect(studio.faults).toEqual([]));

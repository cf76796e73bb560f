// The history of a file in a browser: who answers for each version, the way back, the guide of a day.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Store } from '../../src/node/review/index.ts';
import { governed } from '../../src/node/server/catalogue/governed.ts';
import { readSeed } from '../../src/node/server/catalogue/readSeed.ts';
import { startServer, type RunningServer } from '../../src/node/server/index.ts';
import { mergedChange } from '../mergedChange.ts';
import { sampleDir } from '../sampleCatalogue.ts';
import { axeViolations, desk, launchBrowser, phone } from './browser.ts';
import { signIn } from './studio.ts';

const file = '000000/public-place-hygiene-licence.yaml';
let dataDir: string;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'guicheng-history-'));
  const store = await Store.open({ dir: join(dataDir, 'repository.git'), ...governed });
  await store.seed(await readSeed(sampleDir), { subject: 'system:import', name: '导入', roles: [] });
  const text = Buffer.from((await store.readCatalogue(await store.main())).get(file)!).toString();
  const content = text.replace('不收费；检测费', '不收取任何费用；检测费');
  await mergedChange(store, { path: file, content, title: '收费的话说清楚' });
  store.close();
  server = await startServer({ catalogueDir: sampleDir, dataDir, port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(dataDir, { recursive: true });
});

test('each version is told with who answers for it, and an old one comes back as a draft', async () => {
  const page = await (await browser.newContext(desk)).newPage();
  await signIn(page, server, 'drafter');
  await page.getByRole('searchbox').first().fill('公共场所卫生许可');
  await page.getByRole('button', { name: '更多：国家 公共场所卫生许可' }).click();
  await page.getByRole('button', { name: '历史', exact: true }).click();
  await page.waitForURL(/\/history\?file=000000/);
  await page.getByRole('article').first().waitFor();
  const versions = page.getByRole('listitem').filter({ has: page.getByRole('article') });
  expect(await versions.count()).toBe(2);
  const latest = await versions.first().textContent();
  expect(latest).toMatch(/收费的话说清楚.*drafter 起草.*审核 reviewer.*法制审核 legal.*现行/s);
  expect(await axeViolations(page)).toEqual([]);
  const guide = page.frameLocator('iframe');
  await guide.getByText('不收取任何费用').first().waitFor();
  await versions.nth(1).getByRole('button', { name: '恢复为草稿' }).click();
  await page.waitForURL(/\/drafts\/[0-9A-Z]{26}$/);
  const id = page.url().split('/').at(-1)!;
  const draft = await page.evaluate(async (draftId) => {
    const answer = await fetch(`/api/drafts/${draftId}`);
    return (await answer.json()) as { files: string[]; contents: { path: string; text?: string }[] };
  }, id);
  expect(draft.files).toEqual([file]);
  expect(draft.contents.find(({ path }) => path === file)?.text).toContain('不收费；检测费');
  await page.context().close();
});

test('is sound on a phone', async () => {
  const page = await (await browser.newContext(phone)).newPage();
  await signIn(page, server, 'reviewer');
  await page.goto(`${server.url}/history?file=${file}`);
  await page.getByRole('article').first().waitFor();
  expect(await page.getByRole('button', { name: '恢复为草稿' }).count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.context().close();
});

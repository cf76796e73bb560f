// The page of publishing tells how far the site is while the built program makes it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftView } from '../../src/api/index.ts';
import { makeAccounts, password, RunningStudio, type Somebody } from '../runningStudio.ts';
import { smallSample } from '../smallSample.ts';
import { writeFiles } from '../writeFiles.ts';
import { axeViolations, desk, launchBrowser } from './browser.ts';
import { ask, draftOf } from './reviewing.ts';
import { signIn } from './studio.ts';

const people: Somebody[] = [
  { user: 'drafter', name: '起草员', roles: ['drafter'] },
  { user: 'reviewer', name: '审核员', roles: ['reviewer'] },
  { user: 'legal', name: '法制审核员', roles: ['legal'] },
  { user: 'administrator', name: '管理员', roles: ['administrator'] },
];

let work: string;
let studio: RunningStudio;
let browser: Browser;
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-e2e-publishing-'));
  const [catalogueDir, dataDir] = [join(work, 'catalogue'), join(work, 'data')];
  files = await smallSample();
  await writeFiles(catalogueDir, files);
  await makeAccounts(people, [dataDir]);
  studio = new RunningStudio({ catalogueDir, dataDir });
  [browser] = await Promise.all([launchBrowser(), studio.start()]);
});
afterAll(async () => {
  await browser?.close();
  await studio.kill({ all: true });
  await rm(work, { recursive: true, force: true });
});

async function person(user: string): Promise<Page> {
  const page = await (await browser.newContext(desk)).newPage();
  const newAccounts = people.map((one) => ({ user: one.user, password }));
  await signIn(page, { url: studio.url, newAccounts }, user);
  return page;
}

/** Takes another colour of the site into the catalogue, which changes every page. */
async function recolour(): Promise<void> {
  const file = 'catalogue.yaml';
  const text = Buffer.from(files.get(file)!).toString();
  const other = text.replace('brand: "#0f4a5c"', 'brand: "#5c1f0f"');
  expect(other).not.toBe(text);
  const drafter = await person('drafter');
  const id = await draftOf(drafter, new Map([[file, other]]), '换颜色');
  const act = async (page: Page, body: object) => {
    const { tip, may } = await ask<DraftView>(page, 'GET', `/api/drafts/${id}`);
    // What one signature was enough for is in the catalogue already.
    if (may.approve.kind === 'allowed' || page === drafter)
      await ask<DraftView>(page, 'POST', `/api/drafts/${id}/acts`, { body, tip });
  };
  await act(drafter, { kind: 'submit' });
  for (const role of ['reviewer', 'legal']) await act(await person(role), { kind: 'approve', role });
}

test('what takes longer than a moment says what it does and how much of it is done', async () => {
  await recolour();
  const page = await person('administrator');
  // Every word that the page says of it, for a person may look at any moment.
  await page.addInitScript(() => {
    const said = ((globalThis as unknown as { said: Set<string> }).said = new Set<string>());
    new MutationObserver(() => {
      const words = document.querySelector('label[for=publishing]')?.textContent;
      const bar = document.querySelector<HTMLProgressElement>('progress');
      if (words) said.add(`${words} ${bar !== null && bar.position >= 0 ? bar.max : ''}`.trim());
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  const said = () => page.evaluate(() => [...(globalThis as unknown as { said: Set<string> }).said]);
  // What would be published is made to be told.
  await page.goto(`${studio.url}/publish`);
  await page.getByRole('button', { name: '发布…' }).waitFor();
  expect(await said()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:核对签批记录，读入目录|检查事项，生成办事指南)…/)]),
  );
  await page.getByRole('button', { name: '发布…' }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  await page.locator('progress').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByText('网站已更换').waitFor();
  expect(await page.locator('progress').count()).toBe(0);
  expect(await (await fetch(`${studio.url}/site/index.html`)).text()).toContain('#5c1f0f');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { axeViolations, phone } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';

// Who is signed in where, and how an administrator ends it.

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio(await smallSample(['labour-dispatch-licence']));
});
afterAll(async () => {
  await studio.close();
});

it('shows a person their duties and sessions, and ends one elsewhere', async () => {
  const [desk, hand] = [await studio.person('drafter'), await studio.person('drafter', phone)];
  await desk.locator('.person').click();
  await desk.getByRole('link', { name: '职责与登录' }).click();
  await desk.getByRole('heading', { name: '职责与登录' }).waitFor();
  expect(await desk.locator('dl').innerText()).toMatch(/起草\s+全部范围/);
  const rows = desk.locator('tbody tr');
  await rows.nth(1).waitFor();
  expect(await desk.getByRole('heading', { name: '访问记录' }).count()).toBe(0);
  expect(await axeViolations(desk)).toEqual([]);
  await desk.getByRole('button', { name: /^结束/ }).click();
  await desk.locator('.done', { hasText: '已结束' }).waitFor();
  expect(await rows.count()).toBe(1);
  await hand.reload();
  await hand.waitForURL(/\/signin/);
  expect(studio.faults).toEqual([]);
});

it('shows an administrator everybody’s, and the access log without secrets', async () => {
  const admin = await studio.person('administrator');
  const [one, two] = [await studio.person('legal'), await studio.person('legal')];
  await admin.goto(`${studio.server.url}/account`);
  await admin.getByRole('button', { name: /结束此人全部.*法制审核员/ }).click();
  await admin.locator('.done', { hasText: '已结束法制审核员的全部登录' }).waitFor();
  for (const page of [one, two]) {
    await page.reload();
    await page.waitForURL(/\/signin/);
  }
  const log = admin.getByRole('region', { name: '访问记录' });
  await log.locator('tbody tr').first().waitFor();
  expect(await log.innerText()).toMatch(/local:legal[\s\S]*POST \/api\/session/);
  await admin.getByLabel('只看被拒绝或出错的').check();
  expect(new Set(await log.locator('tbody .tag').allInnerTexts())).not.toContain('200');
  expect(await axeViolations(admin)).toEqual([]);
  expect(studio.faults).toEqual([]);
});
